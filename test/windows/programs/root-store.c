// Puts a certificate among the roots that this machine trusts, or takes it out again:
//   add FILE       a certificate as DER
//   remove FILE
// flags: -municode -lcrypt32
#include <windows.h>
#include <wincrypt.h>
#include <stdio.h>

static BYTE content[16384];

int wmain(int argc, wchar_t **argv) {
  if (argc != 3) return 87;
  FILE *file = _wfopen(argv[2], L"rb");
  if (!file) return 2;
  const DWORD size = (DWORD)fread(content, 1, sizeof content, file);
  fclose(file);
  HCERTSTORE store = CertOpenStore(CERT_STORE_PROV_SYSTEM_REGISTRY_W, 0, 0,
                                   CERT_SYSTEM_STORE_LOCAL_MACHINE, L"Root");
  PCCERT_CONTEXT wanted = CertCreateCertificateContext(X509_ASN_ENCODING, content, size);
  if (!store || !wanted) return (int)GetLastError();
  if (argv[1][0] == L'a') {
    if (!CertAddCertificateContextToStore(store, wanted, CERT_STORE_ADD_REPLACE_EXISTING, NULL))
      return (int)GetLastError();
  } else {
    PCCERT_CONTEXT there =
      CertFindCertificateInStore(store, X509_ASN_ENCODING, 0, CERT_FIND_EXISTING, wanted, NULL);
    if (!there || !CertDeleteCertificateFromStore(there)) return (int)GetLastError();
  }
  // Writes it to the registry now, and says when that fails.
  return CertCloseStore(store, 0) ? 0 : (int)GetLastError();
}
