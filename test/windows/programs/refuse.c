// sc.exe with one order refused: "stop" and "start" print and end with the number in refuse.txt
// beside it; everything else is asked of the stand-in for sc.exe, as it came.
// flags: -municode
#include <windows.h>
#include <stdio.h>
#include <wchar.h>

static const wchar_t *SC = L"C:\\psm-bed\\stand-ins\\sc.exe";

static int refusal(void) {
  wchar_t path[MAX_PATH * 4];
  int code = 1;
  GetModuleFileNameW(NULL, path, sizeof path / sizeof *path);
  wcscpy(wcsrchr(path, L'\\') + 1, L"refuse.txt");
  FILE *file = _wfopen(path, L"r");
  if (!file || fscanf(file, "%d", &code) != 1) return 1;
  printf("[SC] ControlService FAILED %d:\r\n\r\nRefused.\r\n", code);
  return code;
}

// Where the first argument begins in a command line; a program's own name knows no escapes.
static const wchar_t *arguments_of(const wchar_t *line) {
  BOOL quoted = FALSE;
  for (; *line && (quoted || *line != L' '); line++)
    if (*line == L'"') quoted = !quoted;
  return line;
}

int wmain(int argc, wchar_t **argv) {
  static wchar_t line[32768];
  STARTUPINFOW startup = {.cb = sizeof startup};
  PROCESS_INFORMATION process;
  DWORD code = 1;
  if (argc > 1 && (!wcscmp(argv[1], L"stop") || !wcscmp(argv[1], L"start"))) return refusal();
  _snwprintf(line, 32768, L"\"%ls\"%ls", SC, arguments_of(GetCommandLineW()));
  if (!CreateProcessW(SC, line, NULL, NULL, TRUE, 0, NULL, NULL, &startup, &process))
    return (int)GetLastError();
  WaitForSingleObject(process.hProcess, INFINITE);
  GetExitCodeProcess(process.hProcess, &code);
  return (int)code;
}
