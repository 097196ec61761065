// A program under whatever name it is copied to: starts the stand-in of that name, written for
// node.exe, with its own arguments as they are and its own handles, and ends with its exit code.
// flags: -municode
#include <windows.h>
#include <stdio.h>
#include <wchar.h>

static const wchar_t *NODE = L"C:\\psm-bed\\node.exe";
static const wchar_t *SCRIPT = L"C:\\psm-bed\\out\\psm\\stand-in.js";

static const wchar_t *name_of(const wchar_t *path) {
  const wchar_t *slash = wcsrchr(path, L'\\');
  return slash ? slash + 1 : path;
}

// Where the first argument begins in a command line; a program's own name knows no escapes.
static const wchar_t *arguments_of(const wchar_t *line) {
  BOOL quoted = FALSE;
  for (; *line && (quoted || (*line != L' ' && *line != L'\t')); line++)
    if (*line == L'"') quoted = !quoted;
  return line;
}

int wmain(void) {
  static wchar_t line[32768];
  wchar_t self[MAX_PATH * 4];
  STARTUPINFOW startup = {.cb = sizeof startup};
  PROCESS_INFORMATION process;
  DWORD code = 1;
  GetModuleFileNameW(NULL, self, sizeof self / sizeof *self);
  _snwprintf(line, sizeof line / sizeof *line, L"\"%ls\" \"%ls\" \"%ls\"%ls", NODE, SCRIPT,
             name_of(self), arguments_of(GetCommandLineW()));
  if (!CreateProcessW(NODE, line, NULL, NULL, TRUE, 0, NULL, NULL, &startup, &process))
    return (int)GetLastError();
  WaitForSingleObject(process.hProcess, INFINITE);
  GetExitCodeProcess(process.hProcess, &code);
  return (int)code;
}
