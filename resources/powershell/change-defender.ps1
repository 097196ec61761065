# Changes which folders Microsoft Defender leaves out; one path on each line. Input: {add, remove}
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = $WarningPreference = 'SilentlyContinue'
$env:PSModulePath = [IO.Path]::Combine($PSHOME, 'Modules')
try {
  [Console]::OutputEncoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false
  $ask = [Console]::In.ReadLine() | ConvertFrom-Json
  $add = @($ask.add -split '\n' | Where-Object { $_ })
  $remove = @($ask.remove -split '\n' | Where-Object { $_ })
  $failed = @{}
  # Without Stop an error that does not end the cmdlet would pass for success.
  foreach ($path in $add) {
    try { $null = Add-MpPreference -ExclusionPath $path -ErrorAction Stop } catch {
      $failed[$path] = $_.Exception.GetBaseException().Message }
  }
  foreach ($path in $remove) {
    try { $null = Remove-MpPreference -ExclusionPath $path -ErrorAction Stop } catch {
      $failed[$path] = $_.Exception.GetBaseException().Message }
  }
  $told = @((Get-MpPreference -ErrorAction Stop).ExclusionPath | Where-Object { $_ })
  $hidden = @($told -like 'N/A:*').Count -gt 0
  # A policy or tamper protection may ignore a change without a word: what is in force decides.
  $missed = @($add | Where-Object { $_ -notin $told }) + @($remove | Where-Object { $_ -in $told })
  foreach ($path in $missed) { if (-not $hidden -and -not $failed[$path]) { $failed[$path] = '' } }
  $problems = @($failed.Keys | Sort-Object |
      ForEach-Object { @{ path = $_; message = $failed[$_] } })
  $answer = @{ kind = 'result'; ok = $true; value = @{ hidden = $hidden; failed = $problems
      paths = @($told -notlike 'N/A:*') } }
} catch {
  $problem = $_.Exception.GetBaseException()
  $why = @{ message = $problem.Message; type = $problem.GetType().FullName }
  $answer = @{ kind = 'result'; ok = $false; error = $why }
}
[Console]::Out.WriteLine((ConvertTo-Json -InputObject $answer -Compress -Depth 5))
