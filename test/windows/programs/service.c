// The smallest Windows service: runs until it is stopped.
#include <windows.h>

static SERVICE_STATUS_HANDLE handle;
static HANDLE stopped;

static void report(DWORD state) {
  SERVICE_STATUS status = {
    .dwServiceType = SERVICE_WIN32_OWN_PROCESS,
    .dwCurrentState = state,
    .dwControlsAccepted = state == SERVICE_RUNNING ? SERVICE_ACCEPT_STOP : 0,
  };
  SetServiceStatus(handle, &status);
}

static void WINAPI control(DWORD code) {
  if (code != SERVICE_CONTROL_STOP) return;
  report(SERVICE_STOP_PENDING);
  SetEvent(stopped);
}

static void WINAPI service_main(DWORD argc, wchar_t **argv) {
  (void)argc;
  stopped = CreateEventW(NULL, TRUE, FALSE, NULL);
  handle = RegisterServiceCtrlHandlerW(argv[0], control);
  report(SERVICE_START_PENDING);
  report(SERVICE_RUNNING);
  WaitForSingleObject(stopped, INFINITE);
  report(SERVICE_STOPPED);
}

int main(void) {
  SERVICE_TABLE_ENTRYW table[] = {{L"", service_main}, {NULL, NULL}};
  return StartServiceCtrlDispatcherW(table) ? 0 : (int)GetLastError();
}
