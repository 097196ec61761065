// Prints "kept" when this system refuses a second first instance of a pipe, as Windows does.
#include <windows.h>
#include <stdio.h>

static HANDLE make(void) {
  return CreateNamedPipeW(L"\\\\.\\pipe\\psm-proof-first",
                          PIPE_ACCESS_DUPLEX | FILE_FLAG_FIRST_PIPE_INSTANCE, PIPE_TYPE_BYTE,
                          PIPE_UNLIMITED_INSTANCES, 4096, 4096, 0, NULL);
}

int main(void) {
  HANDLE first = make();
  HANDLE second = make();
  if (first == INVALID_HANDLE_VALUE) return (int)GetLastError();
  puts(second == INVALID_HANDLE_VALUE ? "kept" : "ignored");
  return 0;
}
