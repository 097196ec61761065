# How far this clock is ahead of its time source, in seconds. Input: {}
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = $WarningPreference = 'SilentlyContinue'
$env:PSModulePath = [IO.Path]::Combine($PSHOME, 'Modules')
function Read-Value($key, $name) { [Microsoft.Win32.Registry]::GetValue("HKEY_$key", $name, $null) }
try {
  [Console]::OutputEncoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false
  $null = [Console]::In.ReadLine()
  # A group policy goes before what is set on the server itself.
  $place = 'SOFTWARE\Policies\Microsoft', 'SYSTEM\CurrentControlSet\Services' |
    ForEach-Object { "LOCAL_MACHINE\$_\W32Time\Parameters" } |
    Where-Object { Read-Value $_ 'Type' } |
    Select-Object -First 1
  $server = ([string](Read-Value $place 'NtpServer') -split '[, ]')[0]
  $domain = [Net.NetworkInformation.IPGlobalProperties]::GetIPGlobalProperties().DomainName
  $sources = @{ NTP = $server; AllSync = $server; NT5DS = $domain }
  $source = [string]$sources[[string](Read-Value $place 'Type')]
  $value = @{ timeSource = $source; clockOffsetSeconds = $null }
  if ($source -match '^[\w.:-]+$') {
    $tool = New-Object -TypeName Diagnostics.ProcessStartInfo
    $tool.FileName = [IO.Path]::Combine([Environment]::SystemDirectory, 'w32tm.exe')
    $tool.Arguments = "/stripchart /computer:$source /samples:1 /dataonly"
    $tool.UseShellExecute, $tool.RedirectStandardOutput = $false, $true
    $run = [Diagnostics.Process]::Start($tool)
    $shown = $run.StandardOutput.ReadToEndAsync()
    if (-not $run.WaitForExit(20000)) { $run.Kill() }
    # It shows how far the source is ahead of this clock, as NTP counts; nothing after an error.
    $ahead = [regex]::Match($shown.Result, ', ([+-]\d+\.\d+)s').Groups[1]
    if ($ahead.Success) { $value.clockOffsetSeconds = -[double]$ahead.Value }
  }
  $answer = @{ kind = 'result'; ok = $true; value = $value }
} catch {
  $problem = $_.Exception.GetBaseException()
  $why = @{ message = $problem.Message; type = $problem.GetType().FullName }
  $answer = @{ kind = 'result'; ok = $false; error = $why }
}
[Console]::Out.WriteLine((ConvertTo-Json -InputObject $answer -Compress -Depth 5))
