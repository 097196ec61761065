// Stands in for resources/powershell/verify-signature.ps1 where there is no PowerShell: asks the
// same functions of Windows that Get-AuthenticodeSignature and X509Chain ask, and answers as the
// script does. It never asks the network: revocation stays "couldNotTell".
//
// Nobody but Microsoft can sign below Microsoft's root. A line "OWN AS" of two thumbprints in
// verify-signature.roots beside this program makes it tell the root OWN as AS; everything else
// stays what Windows found. Without that file it tells the truth.
// flags: -municode -lwintrust -lcrypt32 -lversion
#include <windows.h>
#include <wincrypt.h>
#include <wintrust.h>
#include <softpub.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#define LONGEST 32768

static wchar_t path[LONGEST], signer[4096], root[4096], thumbprint[64], message[1024];

static void print_text(const wchar_t *text) {
  static char utf8[LONGEST * 4];
  WideCharToMultiByte(CP_UTF8, 0, text, -1, utf8, sizeof utf8, NULL, NULL);
  putchar('"');
  for (const char *at = utf8; *at; at++) {
    if (*at == '"' || *at == '\\') printf("\\%c", *at);
    else if ((unsigned char)*at < 32) printf("\\u%04x", (unsigned char)*at);
    else putchar(*at);
  }
  putchar('"');
}

static void print_field(const char *name, const wchar_t *text) {
  printf(",\"%s\":", name);
  print_text(text);
}

// The path of the one line {"path":"…"}, which is ASCII: everything else comes as \uXXXX.
static BOOL read_path(void) {
  static char line[LONGEST * 6];
  wchar_t *to = path;
  if (!fgets(line, sizeof line, stdin)) return FALSE;
  const char *from = strstr(line, "\"path\"");
  if (!from || !(from = strchr(from + 6, '"'))) return FALSE;
  for (from++; *from && *from != '"' && to < path + LONGEST - 1; from++) {
    if (*from == '\\' && *++from == 'u') {
      char digits[5] = {0};
      strncpy(digits, from + 1, 4);
      if (strlen(digits) < 4) return FALSE;
      *to++ = (wchar_t)strtoul(digits, NULL, 16);
      from += 4;
    } else *to++ = (wchar_t)*from;
  }
  return *from == '"';
}

// As SignatureStatus of PowerShell has them, with what the script turns into UnknownError.
static const char *status_of(LONG found) {
  switch ((DWORD)found) {
    case 0: return "Valid";
    case (DWORD)TRUST_E_NOSIGNATURE: return "NotSigned";
    case (DWORD)TRUST_E_BAD_DIGEST:
    case (DWORD)CRYPT_E_BAD_MSG: return "HashMismatch";
    case (DWORD)TRUST_E_EXPLICIT_DISTRUST: return "NotTrusted";
    default: return "UnknownError";
  }
}

static void explain(LONG found) {
  const DWORD flags = FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS;
  if (found == 0) wcscpy(message, L"Signature verified.");
  else if (!FormatMessageW(flags, NULL, (DWORD)found, 0, message, 1024, NULL))
    swprintf(message, 1024, L"Windows answered 0x%08lX.", (DWORD)found);
  for (size_t end = wcslen(message); end > 0 && message[end - 1] <= L' ';) message[--end] = 0;
}

static void name_of(PCCERT_CONTEXT certificate, wchar_t *name) {
  const DWORD style = CERT_X500_NAME_STR | CERT_NAME_STR_REVERSE_FLAG;
  CertNameToStrW(X509_ASN_ENCODING, &certificate->pCertInfo->Subject, style, name, 4096);
}

static void thumbprint_of(PCCERT_CONTEXT certificate) {
  BYTE hash[20];
  DWORD size = sizeof hash;
  CertGetCertificateContextProperty(certificate, CERT_SHA1_HASH_PROP_ID, hash, &size);
  for (DWORD i = 0; i < size; i++) swprintf(thumbprint + 2 * i, 3, L"%02X", hash[i]);
}

static void pretend_root(void) {
  wchar_t file[MAX_PATH], own[64], as[64];
  GetModuleFileNameW(NULL, file, MAX_PATH);
  wcscpy(wcsrchr(file, L'.'), L".roots");
  FILE *roots = _wfopen(file, L"r");
  if (!roots) return;
  while (fwscanf(roots, L"%63ls %63ls", own, as) == 2)
    if (!_wcsicmp(own, thumbprint)) {
      wcscpy(thumbprint, as);
      break;
    }
  fclose(roots);
}

// The chain is built anew, from the signer alone, as the script does.
static BOOL follow(PCCERT_CONTEXT certificate) {
  const DWORD flags =
    CERT_CHAIN_REVOCATION_CHECK_CHAIN_EXCLUDE_ROOT | CERT_CHAIN_REVOCATION_CHECK_CACHE_ONLY;
  CERT_CHAIN_PARA wanted = {.cbSize = sizeof wanted};
  PCCERT_CHAIN_CONTEXT chain;
  if (!CertGetCertificateChain(NULL, certificate, NULL, NULL, &wanted, flags, NULL, &chain))
    return FALSE;
  const CERT_SIMPLE_CHAIN *simple = chain->rgpChain[0];
  PCCERT_CONTEXT top = simple->rgpElement[simple->cElement - 1]->pCertContext;
  name_of(top, root);
  thumbprint_of(top);
  pretend_root();
  const BOOL revoked = (chain->TrustStatus.dwErrorStatus & CERT_TRUST_IS_REVOKED) != 0;
  CertFreeCertificateChain(chain);
  return revoked;
}

// What WinVerifyTrust asks last of all about the chain it built. Asked here once more: Wine 8
// forgets the answer where the certificate was signed with SHA-256.
static LONG judge(PCCERT_CHAIN_CONTEXT chain) {
  CERT_CHAIN_POLICY_PARA wanted = {.cbSize = sizeof wanted};
  CERT_CHAIN_POLICY_STATUS status = {.cbSize = sizeof status};
  if (!CertVerifyCertificateChainPolicy(CERT_CHAIN_POLICY_AUTHENTICODE, chain, &wanted, &status))
    return (LONG)GetLastError();
  return (LONG)status.dwError;
}

static void read_product_version(wchar_t *version) {
  static BYTE data[65536];
  struct { WORD language, page; } *first;
  wchar_t *text, field[64];
  UINT size;
  if (!GetFileVersionInfoW(path, 0, sizeof data, data)) return;
  if (!VerQueryValueW(data, L"\\VarFileInfo\\Translation", (void **)&first, &size)) return;
  swprintf(field, 64, L"\\StringFileInfo\\%04x%04x\\ProductVersion", first->language, first->page);
  if (VerQueryValueW(data, field, (void **)&text, &size)) wcsncpy(version, text, 255);
}

static int refuse(const char *type, const wchar_t *why) {
  printf("{\"kind\":\"result\",\"ok\":false,\"error\":{\"type\":\"%s\"", type);
  print_field("message", why);
  puts("}}");
  return 0;
}

int wmain(void) {
  GUID policy = WINTRUST_ACTION_GENERIC_VERIFY_V2;
  WINTRUST_FILE_INFO file = {.cbStruct = sizeof file, .pcwszFilePath = path};
  WINTRUST_DATA data = {
    .cbStruct = sizeof data,
    .dwUIChoice = WTD_UI_NONE,
    .fdwRevocationChecks = WTD_REVOKE_NONE,
    .dwUnionChoice = WTD_CHOICE_FILE,
    .pFile = &file,
    .dwStateAction = WTD_STATEACTION_VERIFY,
    .dwProvFlags = WTD_CACHE_ONLY_URL_RETRIEVAL,
  };
  wchar_t version[256] = L"";
  BOOL timestamped = FALSE, revoked = FALSE;
  if (!read_path()) return refuse("System.ArgumentException", L"Invalid JSON primitive.");
  if (GetFileAttributesW(path) == INVALID_FILE_ATTRIBUTES)
    return refuse("System.Management.Automation.ItemNotFoundException", L"Cannot find the path.");
  LONG found = WinVerifyTrust(INVALID_HANDLE_VALUE, &policy, &data);
  CRYPT_PROVIDER_DATA *seen = WTHelperProvDataFromStateData(data.hWVTStateData);
  CRYPT_PROVIDER_SGNR *by = seen ? WTHelperGetProvSignerFromChain(seen, 0, FALSE, 0) : NULL;
  CRYPT_PROVIDER_CERT *own = by ? WTHelperGetProvCertFromChain(by, 0) : NULL;
  if (own && own->pCert) {
    if (found == 0) found = judge(by->pChainContext);
    timestamped = by->csCounterSigners > 0;
    name_of(own->pCert, signer);
    revoked = follow(own->pCert);
  }
  data.dwStateAction = WTD_STATEACTION_CLOSE;
  WinVerifyTrust(INVALID_HANDLE_VALUE, &policy, &data);
  explain(found);
  read_product_version(version);
  printf("{\"kind\":\"result\",\"ok\":true,\"value\":{\"status\":\"%s\"",
         revoked ? "NotTrusted" : status_of(found));
  print_field("signer", signer);
  print_field("root", root);
  print_field("rootThumbprint", thumbprint);
  printf(",\"timestamped\":%s", timestamped ? "true" : "false");
  print_field("revocation", L"couldNotTell");
  print_field("productVersion", version);
  print_field("message", message);
  puts("}}");
  return 0;
}
