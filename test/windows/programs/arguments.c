// Prints its argument vector as JSON in UTF-8, as CommandLineToArgvW and as the C runtime read it.
// flags: -municode
#include <windows.h>
#include <shellapi.h>
#include <stdio.h>

int _dowildcard = 0;

static void print_text(const wchar_t *text) {
  char utf8[65536];
  WideCharToMultiByte(CP_UTF8, 0, text, -1, utf8, sizeof utf8, NULL, NULL);
  putchar('"');
  for (const char *at = utf8; *at; at++) {
    if (*at == '"' || *at == '\\') printf("\\%c", *at);
    else if ((unsigned char)*at < 32) printf("\\u%04x", (unsigned char)*at);
    else putchar(*at);
  }
  putchar('"');
}

static void print_list(const char *name, int count, wchar_t **list) {
  printf("\"%s\":[", name);
  for (int i = 1; i < count; i++) {
    if (i > 1) putchar(',');
    print_text(list[i]);
  }
  putchar(']');
}

int wmain(int argc, wchar_t **argv) {
  int count = 0;
  wchar_t **list = CommandLineToArgvW(GetCommandLineW(), &count);
  putchar('{');
  print_list("system", count, list);
  putchar(',');
  print_list("runtime", argc, argv);
  putchar('}');
  return 0;
}
