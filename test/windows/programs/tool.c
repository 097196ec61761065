// A console tool that does, in order, what its arguments say, and ends with the code it was given:
//   print HEX       writes these bytes to standard output
//   complain HEX    writes these bytes to standard error
//   ask             reads one line of standard input and prints it, or "(nothing)" at its end
//   echo            copies standard input to standard output
//   flood COUNT     writes so many blocks of 64 KiB, each a number of 16 digits and then letters x
//   lock PATH       opens the file so that nobody else can
//   share PATH      opens the file so that others can read it, but not write or replace it
//   variable NAME   writes the value of an environment variable, or "(none)"
//   start           starts itself to sleep for 20 s with the same handles, and prints its id
//   pause MS
//   code N          ends with this code, 0 to 4294967295
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void write_hex(DWORD which, const char *hex) {
  HANDLE out = GetStdHandle(which);
  DWORD written;
  for (; hex[0] && hex[1]; hex += 2) {
    char pair[3] = {hex[0], hex[1], 0};
    BYTE byte = (BYTE)strtoul(pair, NULL, 16);
    WriteFile(out, &byte, 1, &written, NULL);
  }
}

static void write_text(const char *text) {
  DWORD written;
  WriteFile(GetStdHandle(STD_OUTPUT_HANDLE), text, (DWORD)strlen(text), &written, NULL);
}

static void echo(void) {
  char buffer[4096];
  DWORD size, written;
  while (ReadFile(GetStdHandle(STD_INPUT_HANDLE), buffer, sizeof buffer, &size, NULL) && size > 0)
    WriteFile(GetStdHandle(STD_OUTPUT_HANDLE), buffer, size, &written, NULL);
}

static void ask(void) {
  char line[4096];
  DWORD size = 0;
  if (!ReadFile(GetStdHandle(STD_INPUT_HANDLE), line, sizeof line - 1, &size, NULL)) size = 0;
  line[size] = 0;
  write_text(size == 0 ? "(nothing)" : line);
}

static void flood(unsigned long count) {
  static char block[65536 + 1];
  HANDLE out = GetStdHandle(STD_OUTPUT_HANDLE);
  memset(block, 'x', 65536);
  for (unsigned long number = 0; number < count; number++) {
    char head[32];
    DWORD done, at = 0;
    snprintf(head, sizeof head, "%016lu", number);
    memcpy(block, head, 16);
    for (; at < 65536; at += done)
      if (!WriteFile(out, block + at, 65536 - at, &done, NULL)) ExitProcess(GetLastError());
  }
}

static void open_file(const char *path, DWORD share) {
  if (CreateFileA(path, GENERIC_READ, share, NULL, OPEN_EXISTING, 0, NULL) == INVALID_HANDLE_VALUE)
    ExitProcess(GetLastError());
}

static void start_sleeper(const char *self) {
  char line[1024], text[32];
  STARTUPINFOA startup = {.cb = sizeof startup, .dwFlags = STARTF_USESTDHANDLES};
  PROCESS_INFORMATION process;
  startup.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
  startup.hStdError = GetStdHandle(STD_ERROR_HANDLE);
  snprintf(line, sizeof line, "\"%s\" pause 20000", self);
  if (!CreateProcessA(self, line, NULL, NULL, TRUE, CREATE_NO_WINDOW, NULL, NULL, &startup, &process))
    ExitProcess(GetLastError());
  snprintf(text, sizeof text, "%lu\n", process.dwProcessId);
  write_text(text);
}

int main(int argc, char **argv) {
  char value[4096];
  for (int i = 1; i < argc; i++) {
    const char *next = i + 1 < argc ? argv[i + 1] : "";
    if (!strcmp(argv[i], "print")) write_hex(STD_OUTPUT_HANDLE, next), i++;
    else if (!strcmp(argv[i], "complain")) write_hex(STD_ERROR_HANDLE, next), i++;
    else if (!strcmp(argv[i], "echo")) echo();
    else if (!strcmp(argv[i], "ask")) ask();
    else if (!strcmp(argv[i], "flood")) flood(strtoul(next, NULL, 10)), i++;
    else if (!strcmp(argv[i], "lock") || !strcmp(argv[i], "share")) {
      open_file(next, argv[i][0] == 'l' ? 0 : FILE_SHARE_READ);
      write_text("locked\n");
      i++;
    } else if (!strcmp(argv[i], "variable")) {
      write_text(GetEnvironmentVariableA(next, value, sizeof value) ? value : "(none)");
      write_text("\n");
      i++;
    } else if (!strcmp(argv[i], "start")) {
      GetModuleFileNameA(NULL, value, sizeof value);
      start_sleeper(value);
    } else if (!strcmp(argv[i], "pause")) Sleep(strtoul(next, NULL, 10)), i++;
    else if (!strcmp(argv[i], "code")) ExitProcess(strtoul(next, NULL, 10));
  }
  return 0;
}
