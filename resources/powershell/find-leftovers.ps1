# Which of these names, parted by |, are there. Input: {certificates, firewallRules, keys, services}
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = $WarningPreference = 'SilentlyContinue'
$env:PSModulePath = [IO.Path]::Combine($PSHOME, 'Modules')
try {
  [Console]::OutputEncoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false
  $wanted = [Console]::In.ReadLine() | ConvertFrom-Json
  $certificates, $rules, $keys, $services = $wanted.certificates, $wanted.firewallRules,
    $wanted.keys, $wanted.services | ForEach-Object { , @(([string]$_).Split('|') -ne '') }
  $type = 'Security.Cryptography.X509Certificates.X509Store'
  $store = New-Object -TypeName $type -ArgumentList 'My', 'LocalMachine'
  $store.Open('ReadOnly, OpenExistingOnly')
  $certificates = @($certificates | Where-Object {
      $store.Certificates.Find('FindByThumbprint', $_, $false).Count -gt 0 })
  $store.Close()
  if ($rules.Count -gt 0) {
    $all = @(Get-NetFirewallRule | ForEach-Object { $_.DisplayName })
    $rules = @($rules | Where-Object { $all -contains $_ })
  }
  $keys = @($keys | Where-Object { Test-Path -LiteralPath ('Registry::' + $_) })
  $all = @(Get-Service | ForEach-Object { $_.Name })
  $services = @($services | Where-Object { $all -contains $_ })
  $answer = @{ kind = 'result'; ok = $true; value = @{ certificates = $certificates -join '|'
      firewallRules = $rules -join '|'; keys = $keys -join '|'; services = $services -join '|' } }
} catch {
  $problem = $_.Exception.GetBaseException()
  $why = @{ message = $problem.Message; type = $problem.GetType().FullName }
  $answer = @{ kind = 'result'; ok = $false; error = $why }
}
[Console]::Out.WriteLine((ConvertTo-Json -InputObject $answer -Compress -Depth 5))
