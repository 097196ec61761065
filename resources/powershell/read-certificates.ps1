# Finds a certificate among those of this computer. Input: {thumbprint}
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = $WarningPreference = 'SilentlyContinue'
$env:PSModulePath = [IO.Path]::Combine($PSHOME, 'Modules')
try {
  [Console]::OutputEncoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false
  $thumbprint = ([Console]::In.ReadLine() | ConvertFrom-Json).thumbprint
  $value = @{ found = $false; validUntil = $null; subject = '' }
  $type = 'Security.Cryptography.X509Certificates.X509Store'
  $store = New-Object -TypeName $type -ArgumentList 'My', 'LocalMachine'
  $store.Open('ReadOnly, OpenExistingOnly')
  foreach ($certificate in $store.Certificates.Find('FindByThumbprint', $thumbprint, $false)) {
    $until = $certificate.NotAfter.ToUniversalTime().ToString('o')
    $value = @{ found = $true; validUntil = $until; subject = $certificate.Subject }
  }
  $store.Close()
  $answer = @{ kind = 'result'; ok = $true; value = $value }
} catch {
  $problem = $_.Exception.GetBaseException()
  $why = @{ message = $problem.Message; type = $problem.GetType().FullName }
  $answer = @{ kind = 'result'; ok = $false; error = $why }
}
[Console]::Out.WriteLine((ConvertTo-Json -InputObject $answer -Compress -Depth 5))
