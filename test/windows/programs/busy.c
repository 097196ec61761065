// flags: -municode
// Stands in for Windows Installer where it is already busy, which Wine's is never: "busy hold MS"
// holds the mutex that the real one holds during an installation, "busy install" answers as the
// real one does while somebody holds it.
#include <windows.h>
#include <stdio.h>
#include <wchar.h>

static const WCHAR MUTEX[] = L"Global\\_MSIExecute";

int wmain(int argc, WCHAR **argv) {
  HANDLE mutex = CreateMutexW(NULL, FALSE, MUTEX);
  if (mutex == NULL || argc < 2) return ERROR_INSTALL_SERVICE_FAILURE;
  if (WaitForSingleObject(mutex, 0) == WAIT_TIMEOUT) return ERROR_INSTALL_ALREADY_RUNNING;
  if (wcscmp(argv[1], L"hold") == 0 && argc > 2) {
    puts("held");
    fflush(stdout);
    Sleep(wcstoul(argv[2], NULL, 10));
  }
  ReleaseMutex(mutex);
  return ERROR_SUCCESS;
}
