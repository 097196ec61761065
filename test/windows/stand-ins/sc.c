// Stands in for sc.exe, of which Wine has only a part: asks the real service manager and prints as
// Windows' own does, with its exit codes (0 or the Windows error).
//   sc query|queryex NAME    sc query|queryex [type= service] [state= all]
//   sc qc|start|stop|delete NAME    sc config NAME start= KIND
// flags: -municode -ladvapi32
#include "sc-print.h"

static int failed(const wchar_t *where) {
  DWORD code = GetLastError();
  wchar_t words[512] = L"";
  FormatMessageW(FORMAT_MESSAGE_FROM_SYSTEM, NULL, code, 0, words, 512, NULL);
  say(L"[SC] %ls FAILED %lu:\r\n\r\n%ls\r\n", where, code, words);
  return (int)code;
}

/* NULL with the last error set when the service is not there or access is denied. */
static SC_HANDLE service_of(const wchar_t *name, DWORD access) {
  SC_HANDLE manager = OpenSCManagerW(NULL, NULL, SC_MANAGER_CONNECT | SC_MANAGER_ENUMERATE_SERVICE);
  return manager ? OpenServiceW(manager, name, access) : NULL;
}

static int query_one(const wchar_t *name, int extended) {
  SC_HANDLE service = service_of(name, SERVICE_QUERY_STATUS);
  if (!service) return failed(L"EnumQueryServicesStatus:OpenService");
  SERVICE_STATUS_PROCESS status;
  DWORD needed;
  if (!QueryServiceStatusEx(service, SC_STATUS_PROCESS_INFO, (BYTE *)&status, sizeof status,
                            &needed))
    return failed(L"QueryServiceStatus");
  say(L"\r\nSERVICE_NAME: %ls \r\n", name);
  print_status(&status, extended);
  return 0;
}

static int query_all(int extended, DWORD states) {
  SC_HANDLE manager = OpenSCManagerW(NULL, NULL, SC_MANAGER_ENUMERATE_SERVICE);
  if (!manager) return failed(L"EnumQueryServicesStatus:OpenSCManager");
  DWORD size = 0, count = 0, resume = 0;
  EnumServicesStatusExW(manager, SC_ENUM_PROCESS_INFO, SERVICE_WIN32, states, NULL, 0, &size,
                        &count, &resume, NULL);
  BYTE *room = malloc(size);
  resume = 0;
  if (!EnumServicesStatusExW(manager, SC_ENUM_PROCESS_INFO, SERVICE_WIN32, states, room, size,
                             &size, &count, &resume, NULL))
    return failed(L"EnumServicesStatus");
  ENUM_SERVICE_STATUS_PROCESSW *services = (ENUM_SERVICE_STATUS_PROCESSW *)room;
  for (DWORD at = 0; at < count; at++) {
    say(L"\r\nSERVICE_NAME: %ls\r\nDISPLAY_NAME: %ls\r\n", services[at].lpServiceName,
        services[at].lpDisplayName);
    print_status(&services[at].ServiceStatusProcess, extended);
  }
  return 0;
}

static int query(int argc, wchar_t **argv, int extended) {
  DWORD states = SERVICE_ACTIVE;
  if (argc > 2 && argv[2][wcslen(argv[2]) - 1] != L'=') return query_one(argv[2], extended);
  for (int at = 2; at + 1 < argc; at++) {
    if (wcscmp(argv[at], L"state=")) continue;
    if (!wcscmp(argv[at + 1], L"all")) states = SERVICE_STATE_ALL;
    if (!wcscmp(argv[at + 1], L"inactive")) states = SERVICE_INACTIVE;
  }
  return query_all(extended, states);
}

static int show_configuration(const wchar_t *name) {
  SC_HANDLE service = service_of(name, SERVICE_QUERY_CONFIG);
  if (!service) return failed(L"OpenService");
  static BYTE room[8192];
  SERVICE_DELAYED_AUTO_START_INFO delayed = {0};
  DWORD needed;
  QUERY_SERVICE_CONFIGW *found = (QUERY_SERVICE_CONFIGW *)room;
  if (!QueryServiceConfigW(service, found, sizeof room, &needed))
    return failed(L"QueryServiceConfig");
  QueryServiceConfig2W(service, SERVICE_CONFIG_DELAYED_AUTO_START_INFO, (BYTE *)&delayed,
                       sizeof delayed, &needed);
  print_configuration(name, found, delayed.fDelayedAutostart);
  return 0;
}

static int start(int argc, wchar_t **argv) {
  SC_HANDLE service = service_of(argv[2], SERVICE_START | SERVICE_QUERY_STATUS);
  if (!service) return failed(L"StartService: OpenService");
  if (!StartServiceW(service, argc - 3, (const wchar_t **)argv + 3))
    return failed(L"StartService");
  return query_one(argv[2], 1);
}

static int stop(const wchar_t *name) {
  SC_HANDLE service = service_of(name, SERVICE_STOP | SERVICE_QUERY_STATUS);
  if (!service) return failed(L"OpenService");
  SERVICE_STATUS status;
  if (!ControlService(service, SERVICE_CONTROL_STOP, &status)) return failed(L"ControlService");
  SERVICE_STATUS_PROCESS shown = {0};
  memcpy(&shown, &status, sizeof status);
  say(L"\r\nSERVICE_NAME: %ls \r\n", name);
  print_status(&shown, 0);
  return 0;
}

static int delete_one(const wchar_t *name) {
  SC_HANDLE service = service_of(name, DELETE);
  if (!service) return failed(L"OpenService");
  if (!DeleteService(service)) return failed(L"DeleteService");
  say(L"[SC] DeleteService SUCCESS\r\n");
  return 0;
}

static int configure(const wchar_t *name, const wchar_t *kind) {
  static const struct {
    const wchar_t *word;
    DWORD type;
    BOOL delayed;
  } kinds[] = {{L"auto", SERVICE_AUTO_START, FALSE},
               {L"delayed-auto", SERVICE_AUTO_START, TRUE},
               {L"demand", SERVICE_DEMAND_START, FALSE},
               {L"disabled", SERVICE_DISABLED, FALSE}};
  SC_HANDLE service = service_of(name, SERVICE_CHANGE_CONFIG);
  if (!service) return failed(L"OpenService");
  for (size_t at = 0; at < sizeof kinds / sizeof *kinds; at++) {
    if (wcscmp(kinds[at].word, kind)) continue;
    SERVICE_DELAYED_AUTO_START_INFO delayed = {kinds[at].delayed};
    if (!ChangeServiceConfigW(service, SERVICE_NO_CHANGE, kinds[at].type, SERVICE_NO_CHANGE, NULL,
                              NULL, NULL, NULL, NULL, NULL, NULL))
      return failed(L"ChangeServiceConfig");
    ChangeServiceConfig2W(service, SERVICE_CONFIG_DELAYED_AUTO_START_INFO, &delayed);
    say(L"[SC] ChangeServiceConfig SUCCESS\r\n");
    return 0;
  }
  return 1639;
}

int wmain(int argc, wchar_t **argv) {
  const wchar_t *verb = argc > 1 ? argv[1] : L"";
  if (!wcscmp(verb, L"query") || !wcscmp(verb, L"queryex"))
    return query(argc, argv, verb[5] == L'e');
  if (argc > 2) {
    if (!wcscmp(verb, L"qc")) return show_configuration(argv[2]);
    if (!wcscmp(verb, L"start")) return start(argc, argv);
    if (!wcscmp(verb, L"stop")) return stop(argv[2]);
    if (!wcscmp(verb, L"delete")) return delete_one(argv[2]);
    if (!wcscmp(verb, L"config") && argc > 4 && !wcscmp(argv[3], L"start="))
      return configure(argv[2], argv[4]);
  }
  say(L"*** Unrecognized Command ***\r\n");
  return 1639;
}
