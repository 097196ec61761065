# Makes a certificate of this computer and prints its thumbprint, which only an administrator may;
# or removes the one that PSM_MOCK_THUMBPRINT names.
$ErrorActionPreference = 'Stop'
$store = 'Cert:\LocalMachine\My'
if ($env:PSM_MOCK_THUMBPRINT) {
  Remove-Item -LiteralPath "$store\$env:PSM_MOCK_THUMBPRINT" -DeleteKey
} else {
  $made = New-SelfSignedCertificate -DnsName 'psm.contoso.test' -CertStoreLocation $store
  [Console]::WriteLine($made.Thumbprint)
}
