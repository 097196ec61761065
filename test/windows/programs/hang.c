// A tool that gives no answer: it waits until it is ended.
#include <windows.h>

int main(void) {
  Sleep(INFINITE);
  return 0;
}
