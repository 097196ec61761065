# Removes one thing by its whole name. Input: {kind, name}
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = $WarningPreference = 'SilentlyContinue'
$env:PSModulePath = [IO.Path]::Combine($PSHOME, 'Modules')
try {
  [Console]::OutputEncoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false
  $wanted = [Console]::In.ReadLine() | ConvertFrom-Json
  $name = [string]$wanted.name
  if ($name -eq '') { throw 'There is no name.' }
  $removed = 0
  if ($wanted.kind -eq 'certificate') {
    $type = 'Security.Cryptography.X509Certificates.X509Store'
    $store = New-Object -TypeName $type -ArgumentList 'My', 'LocalMachine'
    $store.Open('ReadWrite, OpenExistingOnly')
    foreach ($certificate in $store.Certificates.Find('FindByThumbprint', $name, $false)) {
      $store.Remove($certificate)
      $removed++
    }
    $store.Close()
  } elseif ($wanted.kind -eq 'firewallRule') {
    foreach ($rule in @(Get-NetFirewallRule | Where-Object { $_.DisplayName -eq $name })) {
      Remove-NetFirewallRule -Name $rule.Name
      $removed++
    }
  } else { throw ('This script removes no ' + $wanted.kind) }
  $answer = @{ kind = 'result'; ok = $true; value = @{ removed = $removed } }
} catch {
  $problem = $_.Exception.GetBaseException()
  $why = @{ message = $problem.Message; type = $problem.GetType().FullName }
  $answer = @{ kind = 'result'; ok = $false; error = $why }
}
[Console]::Out.WriteLine((ConvertTo-Json -InputObject $answer -Compress -Depth 5))
