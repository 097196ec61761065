# Whether Microsoft Defender Antivirus watches this server, and what it leaves out. Input: {}
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = $WarningPreference = 'SilentlyContinue'
$env:PSModulePath = [IO.Path]::Combine($PSHOME, 'Modules')
function Read-Field($source, $name) {
  @($source) | ForEach-Object { $_.PSObject.Properties } | Where-Object { $_.Name -eq $name } |
    ForEach-Object { $_.Value } | Where-Object { $_ }
}
try {
  [Console]::OutputEncoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false
  $null = [Console]::In.ReadLine()
  $value = @{ available = $true; active = $false; mode = 'Not running'; realTime = $false
    paths = @(); processes = @(); hidden = $false; tamperProtected = $false; lockedBy = 'nobody' }
  try {
    $status = Get-MpComputerStatus -ErrorAction Stop
    $preference = Get-MpPreference -ErrorAction Stop
    $value.mode = [string](Read-Field $status 'AMRunningMode')
    $value.active = [bool](Read-Field $status 'AntivirusEnabled') -and $value.mode -in '', 'Normal'
    $value.realTime = [bool](Read-Field $status 'RealTimeProtectionEnabled')
    $value.tamperProtected = [bool](Read-Field $status 'IsTamperProtected')
    $told = @(Read-Field $preference 'ExclusionPath')
    $value.hidden = @($told -like 'N/A:*').Count -gt 0
    $value.paths = @($told -notlike 'N/A:*')
    $value.processes = @(@(Read-Field $preference 'ExclusionProcess') -notlike 'N/A:*')
  } catch [Management.Automation.CommandNotFoundException] { $value.available = $false
  } catch { if ($_.FullyQualifiedErrorId -notmatch '^(HRESULT 0x800106ba|MI RESULT 16)') { throw } }
  $keys = 'Windows Defender', 'Windows Defender\Features', 'Windows Defender\Policy Manager' |
    ForEach-Object { "HKLM:\SOFTWARE\Microsoft\$_", "HKLM:\SOFTWARE\Policies\Microsoft\$_" }
  $set = @(Get-ItemProperty -LiteralPath $keys -ErrorAction SilentlyContinue)
  if (Read-Field $set 'DisableLocalAdminMerge') { $value.lockedBy = 'policy' }
  if (Read-Field $set 'TPExclusions') { $value.lockedBy = 'tamperProtection' }
  $answer = @{ kind = 'result'; ok = $true; value = $value }
} catch {
  $problem = $_.Exception.GetBaseException()
  $why = @{ message = $problem.Message; type = $problem.GetType().FullName }
  $answer = @{ kind = 'result'; ok = $false; error = $why }
}
[Console]::Out.WriteLine((ConvertTo-Json -InputObject $answer -Compress -Depth 5))
