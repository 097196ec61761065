# What shares the server and stands in the way of set-up: roles, programs, a folder. Input: {}
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = $WarningPreference = 'SilentlyContinue'
$env:PSModulePath = [IO.Path]::Combine($PSHOME, 'Modules')
try {
  [Console]::OutputEncoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false
  $null = [Console]::In.ReadLine()
  $value = @{ roles = $null; asrFolder = 'absent'; mySql55 = $null; perl = $null }
  # By number: their names are in the language of Windows. Only a server has roles.
  $known = @{ 2 = 'Web Server (IIS)'; 10 = 'Active Directory Domain Services'; 20 = 'Hyper-V' }
  try {
    $roles = if ((Get-CimInstance -ClassName Win32_OperatingSystem).ProductType -ne 1) {
      Get-CimInstance -ClassName Win32_ServerFeature | ForEach-Object { $known[[int]$_.ID] } }
    $value.roles = @($roles | Where-Object { $_ })
  } catch { $value.roles = $null } # Not every WMI knows them: that could not be told.
  $folder = [IO.Path]::Combine([Environment]::GetFolderPath('CommonApplicationData'), 'ASR')
  if ([IO.Directory]::Exists($folder)) { $value.asrFolder = 'folder'
    if ([IO.File]::GetAttributes($folder) -match 'ReparsePoint') { $value.asrFolder = 'junction' } }
  foreach ($part in 'SOFTWARE', 'SOFTWARE\WOW6432Node') {
    $list = Get-Item -LiteralPath "HKLM:\$part\Microsoft\Windows\CurrentVersion\Uninstall"
    foreach ($id in $list.GetSubKeyNames()) {
      try {
        $key = $list.OpenSubKey($id)
        $name, $version = 'Name', 'Version' | ForEach-Object { [string]$key.GetValue("Display$_") }
        if ($name -like 'MySQL Server 5.5*') { $value.mySql55 = $version }
        $isOwn = $key.GetValue('InstallLocation') -match '^C:\\(strawberry|thirdparty)(\\|$)'
        if ($name -match '^(Strawberry Perl|ActivePerl)' -and !$isOwn) { $value.perl = $version }
      } catch { continue } # Closed to us, or gone since it was listed ($null).
    }
  }
  $answer = @{ kind = 'result'; ok = $true; value = $value }
} catch {
  $problem = $_.Exception.GetBaseException()
  $why = @{ message = $problem.Message; type = $problem.GetType().FullName }
  $answer = @{ kind = 'result'; ok = $false; error = $why }
}
[Console]::Out.WriteLine((ConvertTo-Json -InputObject $answer -Compress -Depth 5))
