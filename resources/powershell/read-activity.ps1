# What goes on now: set-ups, Windows Installer, pending restart, ports. Input: {}
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = $WarningPreference = 'SilentlyContinue'
$env:PSModulePath = [IO.Path]::Combine($PSHOME, 'Modules')
# Busy is while the mutex is held: after its work Windows Installer keeps it, free, for minutes.
function Test-InstallerBusy {
  try {
    $mutex = [Threading.Mutex]::OpenExisting('Global\_MSIExecute', 'Synchronize')
    if (-not $mutex.WaitOne(0)) { return $true }
    $mutex.ReleaseMutex()
  } catch [UnauthorizedAccessException] { return $true
  } catch [Threading.WaitHandleCannotBeOpenedException], [Threading.AbandonedMutexException] { }
  return $false
}
try {
  [Console]::OutputEncoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false
  $null = [Console]::In.ReadLine()
  # Inno Setup runs itself once more as <name>.tmp, hence the wildcards.
  $names = 'UnifiedSetup', 'UCX_SERVER_SETUP*', 'CX_THIRDPARTY_SETUP*', 'MARSAgentInstaller',
    'UnifiedAgent', 'UnifiedAgentInstaller', 'UnifiedAgentConfigurator', 'unins000', '_iu14D2N*',
    'cspsconfigtool', 'frsvc'
  $setups = @(Get-Process -Name $names -ErrorAction SilentlyContinue | ForEach-Object {
      @{ name = $_.ProcessName; pid = $_.Id; session = $_.SessionId } })
  $manager = Get-Item -LiteralPath 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager'
  $renames = @($manager.GetValue('PendingFileRenameOperations') | Where-Object { $_ })
  $signs = 'Component Based Servicing\RebootPending', 'WindowsUpdate\Auto Update\RebootRequired' |
    ForEach-Object { "HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\$_" }
  $restart = $renames.Count -gt 0 -or @(Test-Path -LiteralPath $signs) -contains $true
  $network = [Net.NetworkInformation.IPGlobalProperties]::GetIPGlobalProperties()
  $ports = @($network.GetActiveTcpListeners() | ForEach-Object { $_.Port } | Sort-Object -Unique)
  $answer = @{ kind = 'result'; ok = $true; value = @{ setups = $setups; portsInUse = $ports
      installerBusy = Test-InstallerBusy; pendingRestart = $restart } }
} catch {
  $problem = $_.Exception.GetBaseException()
  $why = @{ message = $problem.Message; type = $problem.GetType().FullName }
  $answer = @{ kind = 'result'; ok = $false; error = $why }
}
[Console]::Out.WriteLine((ConvertTo-Json -InputObject $answer -Compress -Depth 5))
