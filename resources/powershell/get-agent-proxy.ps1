# The proxy the Recovery Services agent uses, without its password. Input: {}
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = $WarningPreference = 'SilentlyContinue'
$env:PSModulePath = [IO.Path]::Combine($PSHOME, 'Modules')
function Read-Field($source, $pattern) {
  foreach ($field in $source.PSObject.Properties) {
    if ($field.Name -match $pattern) { return @($field.Value) -join ';' }
  }
}
try {
  [Console]::OutputEncoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false
  $null = [Console]::In.ReadLine()
  $setup = Get-ItemProperty -LiteralPath 'HKLM:\SOFTWARE\Microsoft\Windows Azure Backup\Setup'
  $module = [IO.Path]::Combine($setup.InstallPath, 'bin\Modules\MSOnlineBackup\MSOnlineBackup.psd1')
  if (-not [IO.Path]::IsPathRooted($module)) { throw 'The agent has no installation folder.' }
  Import-Module -Name $module -DisableNameChecking
  # Chosen fields, and no pipeline that module logging writes down: it holds the passphrase too.
  $settings = Get-OBMachineSetting -ErrorAction Stop
  $nested = @($settings.PSObject.Properties.Name) -match '^ProxySettings?$'
  if ($nested.Count -gt 0) { $settings = $settings.($nested[0]) }
  $value = @{ server = ''; port = ''; user = ''; bypass = '' }
  if ($null -ne $settings) {
    $server = Read-Field $settings '^Proxy(Server|Address)$'
    if ($null -eq $server) { throw 'The settings of the agent have no proxy field known here.' }
    if ($server -ne '' -and (Read-Field $settings '^(Proxy)?Enabled$') -ne 'False') {
      $value = @{ server = $server -replace '/+$'
        port = [string](Read-Field $settings '^ProxyPort$')
        user = [string](Read-Field $settings '^ProxyUser(Name)?$')
        bypass = [string](Read-Field $settings '^(Proxy)?Bypass') }
    }
  }
  $answer = @{ kind = 'result'; ok = $true; value = $value }
} catch {
  $problem = $_.Exception.GetBaseException()
  $why = @{ message = $problem.Message; type = $problem.GetType().FullName }
  $answer = @{ kind = 'result'; ok = $false; error = $why }
}
[Console]::Out.WriteLine((ConvertTo-Json -InputObject $answer -Compress -Depth 5))
