// Prints the state and the process id of a service as two numbers, straight from the service
// manager; nothing when there is no such service.
// flags: -municode -ladvapi32
#include <windows.h>
#include <stdio.h>

int wmain(int argc, wchar_t **argv) {
  SERVICE_STATUS_PROCESS status;
  DWORD needed;
  SC_HANDLE manager = OpenSCManagerW(NULL, NULL, SC_MANAGER_CONNECT);
  SC_HANDLE service = argc > 1 ? OpenServiceW(manager, argv[1], SERVICE_QUERY_STATUS) : NULL;
  if (!service) return GetLastError() == ERROR_SERVICE_DOES_NOT_EXIST ? 0 : 1;
  if (!QueryServiceStatusEx(service, SC_STATUS_PROCESS_INFO, (BYTE *)&status, sizeof status, &needed))
    return 1;
  printf("%lu %lu\n", status.dwCurrentState, status.dwProcessId);
  return 0;
}
