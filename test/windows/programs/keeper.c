// A service that starts the program its own command line names after the word "keep", if it names
// one, and ends it when it is stopped.
// flags: -municode
#include <windows.h>
#include <wchar.h>

static SERVICE_STATUS_HANDLE handle;
static HANDLE stopped;

static void report(DWORD state, DWORD code) {
  SERVICE_STATUS status = {
    .dwServiceType = SERVICE_WIN32_OWN_PROCESS,
    .dwCurrentState = state,
    .dwControlsAccepted = state == SERVICE_RUNNING ? SERVICE_ACCEPT_STOP : 0,
    .dwWin32ExitCode = code,
  };
  SetServiceStatus(handle, &status);
}

static void WINAPI control(DWORD code) {
  if (code != SERVICE_CONTROL_STOP) return;
  report(SERVICE_STOP_PENDING, 0);
  SetEvent(stopped);
}

static void WINAPI service_main(DWORD argc, wchar_t **argv) {
  STARTUPINFOW startup = {.cb = sizeof startup};
  PROCESS_INFORMATION process = {0};
  wchar_t *kept = wcsstr(GetCommandLineW(), L" keep ");
  (void)argc;
  stopped = CreateEventW(NULL, TRUE, FALSE, NULL);
  handle = RegisterServiceCtrlHandlerW(argv[0], control);
  report(SERVICE_START_PENDING, 0);
  if (kept && !CreateProcessW(NULL, kept + 6, NULL, NULL, FALSE, CREATE_NO_WINDOW, NULL, NULL,
                              &startup, &process)) {
    report(SERVICE_STOPPED, GetLastError());
    return;
  }
  report(SERVICE_RUNNING, 0);
  WaitForSingleObject(stopped, INFINITE);
  if (process.hProcess) TerminateProcess(process.hProcess, 0);
  report(SERVICE_STOPPED, 0);
}

int wmain(void) {
  SERVICE_TABLE_ENTRYW table[] = {{L"", service_main}, {NULL, NULL}};
  return StartServiceCtrlDispatcherW(table) ? 0 : (int)GetLastError();
}
