# What shares the server and stands in the way of set-up: roles, programs, a folder. Input: {}
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = $WarningPreference = 'SilentlyContinue'
$env:PSModulePath = [IO.Path]::Combine($PSHOME, 'Modules')
try {
  [Console]::OutputEncoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false
  $null = [Console]::In.ReadLine()
  $value = @{ roles = @(); asrFolder = 'absent'; mySql55 = $null; perl = $null }
  # By number: their names are in the language of Windows. Only a server has roles.
  $known = @{ 2 = 'Web Server (IIS)'; 10 = 'Active Directory Domain Services'; 20 = 'Hyper-V' }
  if ((Get-CimInstance -ClassName Win32_OperatingSystem).ProductType -ne 1) {
    $value.roles = @(Get-CimInstance -ClassName Win32_ServerFeature |
        ForEach-Object { $known[[int]$_.ID] } | Where-Object { $_ })
  }
  $folder = [IO.Path]::Combine([Environment]::GetFolderPath('CommonApplicationData'), 'ASR')
  if ([IO.Directory]::Exists($folder)) {
    $isLink = [IO.File]::GetAttributes($folder) -band [IO.FileAttributes]::ReparsePoint
    $value.asrFolder = if ($isLink) { 'junction' } else { 'folder' }
  }
  foreach ($part in 'SOFTWARE', 'SOFTWARE\WOW6432Node') {
    $place = "$part\Microsoft\Windows\CurrentVersion\Uninstall"
    $list = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey($place)
    foreach ($key in $list.GetSubKeyNames()) {
      $entry = $list.OpenSubKey($key)
      $name, $version = 'Name', 'Version' | ForEach-Object { [string]$entry.GetValue("Display$_") }
      if ($name -like 'MySQL Server 5.5*') { $value.mySql55 = $version }
      $isOwn = $entry.GetValue('InstallLocation') -match '^C:\\(strawberry|thirdparty)(\\|$)'
      if ($name -match '^(Strawberry Perl|ActivePerl)' -and -not $isOwn) { $value.perl = $version }
    }
  }
  $answer = @{ kind = 'result'; ok = $true; value = $value }
} catch {
  $problem = $_.Exception.GetBaseException()
  $why = @{ message = $problem.Message; type = $problem.GetType().FullName }
  $answer = @{ kind = 'result'; ok = $false; error = $why }
}
[Console]::Out.WriteLine((ConvertTo-Json -InputObject $answer -Compress -Depth 5))
exit 0
