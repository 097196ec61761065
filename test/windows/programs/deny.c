// Forbids everybody to run a file (or lets them again): deny.exe PATH 1|0. Ends with Windows' code.
// flags: -municode -ladvapi32
#include <windows.h>
#include <aclapi.h>

static DWORD set_access(wchar_t *path, BOOL denied) {
  SID_IDENTIFIER_AUTHORITY world = SECURITY_WORLD_SID_AUTHORITY;
  PSID everyone;
  PACL list = NULL;
  EXPLICIT_ACCESSW entries[2] = {0};
  if (!AllocateAndInitializeSid(&world, 1, SECURITY_WORLD_RID, 0, 0, 0, 0, 0, 0, 0, &everyone))
    return GetLastError();
  for (int i = 0; i < 2; i++) {
    entries[i].Trustee.TrusteeForm = TRUSTEE_IS_SID;
    entries[i].Trustee.ptstrName = (wchar_t *)everyone;
  }
  // The order Windows wants: what is denied comes first.
  entries[0].grfAccessMode = DENY_ACCESS;
  entries[0].grfAccessPermissions = FILE_EXECUTE;
  entries[1].grfAccessMode = GRANT_ACCESS;
  entries[1].grfAccessPermissions = denied ? FILE_GENERIC_READ | DELETE | WRITE_DAC : GENERIC_ALL;
  DWORD code = SetEntriesInAclW(denied ? 2 : 1, denied ? entries : entries + 1, NULL, &list);
  if (code) return code;
  return SetNamedSecurityInfoW(path, SE_FILE_OBJECT, DACL_SECURITY_INFORMATION, NULL, NULL, list,
                               NULL);
}

int wmain(int argc, wchar_t **argv) {
  if (argc < 3) return ERROR_INVALID_PARAMETER;
  return (int)set_access(argv[1], argv[2][0] == L'1');
}
