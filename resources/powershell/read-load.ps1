# How busy the server is at this moment: processor, memory, network. Input: {}
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = $WarningPreference = 'SilentlyContinue'
$env:PSModulePath = [IO.Path]::Combine($PSHOME, 'Modules')
try {
  [Console]::OutputEncoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false
  $null = [Console]::In.ReadLine()
  $processor = Get-CimInstance -ClassName Win32_PerfFormattedData_PerfOS_Processor |
    Where-Object { $_.Name -eq '_Total' }
  # What is committed, not what lies in memory: the process server is judged by that.
  $memory = Get-CimInstance -ClassName Win32_PerfFormattedData_PerfOS_Memory
  $sent = 0
  foreach ($card in @(Get-CimInstance -ClassName Win32_PerfFormattedData_Tcpip_NetworkInterface)) {
    $sent += $card.BytesSentPersec
  }
  $answer = @{ kind = 'result'; ok = $true; value = @{ sentBytesPerSecond = $sent
      processorPercent = $processor.PercentProcessorTime
      memoryPercent = $memory.PercentCommittedBytesInUse } }
} catch {
  $problem = $_.Exception.GetBaseException()
  $why = @{ message = $problem.Message; type = $problem.GetType().FullName }
  $answer = @{ kind = 'result'; ok = $false; error = $why }
}
[Console]::Out.WriteLine((ConvertTo-Json -InputObject $answer -Compress -Depth 5))
