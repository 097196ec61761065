// A Windows service that runs until it is stopped, or misbehaves as its command line says:
//   start MS    takes so long to start        stop MS    takes so long to stop
//   own CODE    ends at once with an error of its own
//   crash       dies while it starts          dies       dies before it answers Windows
//   no-stop     accepts no stop               ignores    says that it stops and goes on
// flags: -municode
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

static SERVICE_STATUS_HANDLE handle;
static HANDLE stopped;
static DWORD start_ms, stop_ms, own_code, accepted = SERVICE_ACCEPT_STOP;
static BOOL crashes, dies, ignores;

static void report(DWORD state, DWORD wait_ms) {
  static DWORD check_point;
  SERVICE_STATUS status = {
    .dwServiceType = SERVICE_WIN32_OWN_PROCESS,
    .dwCurrentState = state,
    .dwControlsAccepted = state == SERVICE_RUNNING ? accepted : 0,
    .dwWaitHint = wait_ms,
    .dwCheckPoint = wait_ms ? ++check_point : 0,
  };
  if (own_code && state == SERVICE_STOPPED) {
    status.dwWin32ExitCode = ERROR_SERVICE_SPECIFIC_ERROR;
    status.dwServiceSpecificExitCode = own_code;
  }
  SetServiceStatus(handle, &status);
}

static void WINAPI control(DWORD code) {
  if (code != SERVICE_CONTROL_STOP) return;
  report(SERVICE_STOP_PENDING, stop_ms + 1000);
  if (!ignores) SetEvent(stopped);
}

static void WINAPI service_main(DWORD argc, wchar_t **argv) {
  (void)argc;
  stopped = CreateEventW(NULL, TRUE, FALSE, NULL);
  handle = RegisterServiceCtrlHandlerW(argv[0], control);
  report(SERVICE_START_PENDING, start_ms + 1000);
  Sleep(start_ms);
  if (crashes) TerminateProcess(GetCurrentProcess(), 0xC0000005);
  if (!own_code) {
    report(SERVICE_RUNNING, 0);
    WaitForSingleObject(stopped, INFINITE);
    Sleep(stop_ms);
  }
  report(SERVICE_STOPPED, 0);
}

static DWORD number(wchar_t **argv) { return argv[1] ? wcstoul(argv[1], NULL, 10) : 0; }

int wmain(int argc, wchar_t **argv) {
  (void)argc;
  for (wchar_t **at = argv + 1; *at; at++) {
    if (!wcscmp(*at, L"start")) start_ms = number(at);
    if (!wcscmp(*at, L"stop")) stop_ms = number(at);
    if (!wcscmp(*at, L"own")) own_code = number(at);
    crashes |= !wcscmp(*at, L"crash");
    dies |= !wcscmp(*at, L"dies");
    ignores |= !wcscmp(*at, L"ignores");
    if (!wcscmp(*at, L"no-stop")) accepted = 0;
  }
  if (dies) return 3;
  SERVICE_TABLE_ENTRYW table[] = {{L"", service_main}, {NULL, NULL}};
  return StartServiceCtrlDispatcherW(table) ? 0 : (int)GetLastError();
}
