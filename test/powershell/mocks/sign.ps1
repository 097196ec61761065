# Signs the file PSM_MOCK_FILE by a certificate that nobody trusts and that is gone afterwards.
$ErrorActionPreference = 'Stop'
$store = 'Cert:\CurrentUser\My'
$subject = 'CN=Process Server Manager test'
$made = New-SelfSignedCertificate -Type CodeSigningCert -Subject $subject -CertStoreLocation $store
try {
  $null = Set-AuthenticodeSignature -FilePath $env:PSM_MOCK_FILE -Certificate $made
} finally {
  Remove-Item -LiteralPath "$store\$($made.Thumbprint)" -DeleteKey
}
