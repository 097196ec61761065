# Whether a file is signed, by whom, and whether that still holds. Input: {path}
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = $WarningPreference = 'SilentlyContinue'
$env:PSModulePath = [IO.Path]::Combine($PSHOME, 'Modules')
try {
  [Console]::OutputEncoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false
  $path = ([Console]::In.ReadLine() | ConvertFrom-Json).path
  $module = "$PSHOME\Modules\Microsoft.PowerShell.Security\Microsoft.PowerShell.Security.psd1"
  Import-Module -Name $module
  $signature = Get-AuthenticodeSignature -LiteralPath $path
  $value = @{ status = [string]$signature.Status; signer = ''; root = ''; rootThumbprint = ''
    timestamped = $null -ne $signature.TimeStamperCertificate; revocation = 'couldNotTell'
    productVersion = [string][Diagnostics.FileVersionInfo]::GetVersionInfo($path).ProductVersion
    message = [string]$signature.StatusMessage }
  $known = 'Valid', 'NotSigned', 'HashMismatch', 'NotTrusted'
  if ($value.status -notin $known) { $value.status = 'UnknownError' }
  if ($null -ne $signature.SignerCertificate) {
    $value.signer = $signature.SignerCertificate.Subject
    # The check above does not ask whether the certificate was revoked; this chain does.
    $chain = New-Object -TypeName Security.Cryptography.X509Certificates.X509Chain
    $chain.ChainPolicy.RevocationMode = 'Online'
    $chain.ChainPolicy.RevocationFlag = 'ExcludeRoot'
    # The ones in between lie in the file; a server without internet has them nowhere else.
    try { $chain.ChainPolicy.ExtraStore.Import($path) } catch { } # Then Windows has to find them.
    $null = $chain.Build($signature.SignerCertificate)
    $top = $chain.ChainElements[$chain.ChainElements.Count - 1].Certificate
    $value.root, $value.rootThumbprint = $top.Subject, $top.Thumbprint
    $flags = @($chain.ChainStatus | ForEach-Object { [string]$_.Status })
    if (-not ($flags -match 'Unknown|Offline|PartialChain')) { $value.revocation = 'checked' }
    if ($flags -contains 'Revoked') { $value.status = 'NotTrusted' }
  }
  $answer = @{ kind = 'result'; ok = $true; value = $value }
} catch {
  $problem = $_.Exception.GetBaseException()
  $why = @{ message = $problem.Message; type = $problem.GetType().FullName }
  $answer = @{ kind = 'result'; ok = $false; error = $why }
}
[Console]::Out.WriteLine((ConvertTo-Json -InputObject $answer -Compress -Depth 5))
