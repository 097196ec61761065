# What this server is: Windows, user, memory, drives and IPv4 addresses. Input: {}
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = $WarningPreference = 'SilentlyContinue'
$env:PSModulePath = [IO.Path]::Combine($PSHOME, 'Modules')
try {
  [Console]::OutputEncoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false
  $null = [Console]::In.ReadLine()
  $os = Get-CimInstance -ClassName Win32_OperatingSystem
  $machine = Get-CimInstance -ClassName Win32_ComputerSystem
  $user = [Security.Principal.WindowsIdentity]::GetCurrent()
  $administrators = [Security.Principal.SecurityIdentifier]'S-1-5-32-544'
  $kinds = 'other', 'other', 'removable', 'fixed', 'network', 'optical', 'other'
  $drives = @(Get-CimInstance -ClassName Win32_LogicalDisk | ForEach-Object {
      @{ letter = $_.DeviceID; kind = $kinds[$_.DriveType]; fileSystem = $_.FileSystem
        sizeBytes = $_.Size; freeBytes = $_.FreeSpace } })
  $addresses = @([Net.NetworkInformation.NetworkInterface]::GetAllNetworkInterfaces() |
      Where-Object { $_.OperationalStatus -eq 'Up' -and $_.NetworkInterfaceType -ne 'Loopback' } |
      ForEach-Object { $card = $_; $_.GetIPProperties().UnicastAddresses } |
      Where-Object { $_.Address.AddressFamily -eq 'InterNetwork' } | ForEach-Object {
        @{ address = [string]$_.Address; adapter = $card.Name; description = $card.Description
          dhcp = $_.PrefixOrigin -eq 'Dhcp' } })
  $answer = @{ kind = 'result'; ok = $true; value = @{
      computerName = [Environment]::MachineName; user = $user.Name; caption = $os.Caption
      version = $os.Version; language = [Globalization.CultureInfo]::InstalledUICulture.Name
      isAdministrator = ([Security.Principal.WindowsPrincipal]$user).IsInRole($administrators)
      bootId = $os.LastBootUpTime.ToUniversalTime().ToString('o')
      memoryBytes = $machine.TotalPhysicalMemory; processors = $machine.NumberOfLogicalProcessors
      session = [Diagnostics.Process]::GetCurrentProcess().SessionId
      drives = $drives; addresses = $addresses } }
} catch {
  $problem = $_.Exception.GetBaseException()
  $why = @{ message = $problem.Message; type = $problem.GetType().FullName }
  $answer = @{ kind = 'result'; ok = $false; error = $why }
}
[Console]::Out.WriteLine((ConvertTo-Json -InputObject $answer -Compress -Depth 5))
