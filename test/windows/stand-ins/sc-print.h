// What sc.exe prints of a service, in the layout of Windows.
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

/* In the code page of the console, where the C library would stop at what it can't show. */
static void say(const wchar_t *format, ...) {
  static wchar_t text[8192];
  static char bytes[16384];
  DWORD written;
  va_list values;
  va_start(values, format);
  int length = _vsnwprintf(text, 8192, format, values);
  va_end(values);
  int size = WideCharToMultiByte(437, 0, text, length, bytes, sizeof bytes, NULL, NULL);
  WriteFile(GetStdHandle(STD_OUTPUT_HANDLE), bytes, (DWORD)size, &written, NULL);
}

static const wchar_t *type_words(DWORD type) {
  switch (type & SERVICE_WIN32) {
    case SERVICE_WIN32_OWN_PROCESS: return L"WIN32_OWN_PROCESS";
    case SERVICE_WIN32_SHARE_PROCESS: return L"WIN32_SHARE_PROCESS";
    default: return L"WIN32";
  }
}

static void print_status(const SERVICE_STATUS_PROCESS *status, int extended) {
  static const wchar_t *const states[] = {L"",        L"STOPPED ",          L"START_PENDING ",
                                          L"STOP_PENDING ", L"RUNNING ",    L"CONTINUE_PENDING ",
                                          L"PAUSE_PENDING ", L"PAUSED "};
  DWORD state = status->dwCurrentState, accepts = status->dwControlsAccepted;
  say(L"        TYPE               : %lx  %ls  \r\n", status->dwServiceType,
      type_words(status->dwServiceType));
  say(L"        STATE              : %lu  %ls\r\n", state, state < 8 ? states[state] : L"");
  if (state != SERVICE_STOPPED)
    say(L"                                (%ls, %ls, %ls)\r\n",
        accepts & SERVICE_ACCEPT_STOP ? L"STOPPABLE" : L"NOT_STOPPABLE",
        accepts & SERVICE_ACCEPT_PAUSE_CONTINUE ? L"PAUSABLE" : L"NOT_PAUSABLE",
        accepts & SERVICE_ACCEPT_SHUTDOWN ? L"ACCEPTS_SHUTDOWN" : L"IGNORES_SHUTDOWN");
  say(L"        WIN32_EXIT_CODE    : %lu  (0x%lx)\r\n", status->dwWin32ExitCode,
      status->dwWin32ExitCode);
  say(L"        SERVICE_EXIT_CODE  : %lu  (0x%lx)\r\n", status->dwServiceSpecificExitCode,
      status->dwServiceSpecificExitCode);
  say(L"        CHECKPOINT         : 0x%lx\r\n", status->dwCheckPoint);
  say(L"        WAIT_HINT          : 0x%lx\r\n", status->dwWaitHint);
  if (extended)
    say(L"        PID                : %lu\r\n        FLAGS              : \r\n",
        status->dwProcessId);
}

static void print_configuration(const wchar_t *name, const QUERY_SERVICE_CONFIGW *found,
                                BOOL delayed) {
  static const wchar_t *const types[] = {L"BOOT_START", L"SYSTEM_START", L"AUTO_START",
                                         L"DEMAND_START", L"DISABLED"};
  const wchar_t *needed = found->lpDependencies ? found->lpDependencies : L"";
  say(L"[SC] QueryServiceConfig SUCCESS\r\n\r\nSERVICE_NAME: %ls\r\n", name);
  say(L"        TYPE               : %lx  %ls \r\n", found->dwServiceType,
      type_words(found->dwServiceType));
  say(L"        START_TYPE         : %lu   %ls%ls\r\n", found->dwStartType,
      found->dwStartType < 5 ? types[found->dwStartType] : L"", delayed ? L"  (DELAYED)" : L"");
  say(L"        ERROR_CONTROL      : %lu   NORMAL\r\n", found->dwErrorControl);
  say(L"        BINARY_PATH_NAME   : %ls\r\n", found->lpBinaryPathName);
  say(L"        LOAD_ORDER_GROUP   : %ls\r\n", found->lpLoadOrderGroup);
  say(L"        TAG                : %lu\r\n", found->dwTagId);
  say(L"        DISPLAY_NAME       : %ls\r\n", found->lpDisplayName);
  say(L"        DEPENDENCIES       : %ls\r\n", needed);
  while (*needed) {
    needed += wcslen(needed) + 1;
    if (*needed) say(L"                           : %ls\r\n", needed);
  }
  say(L"        SERVICE_START_NAME : %ls\r\n", found->lpServiceStartName);
}
