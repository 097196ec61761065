# Sets the proxy of the agent, or none. Input: {server, port, user, password, bypass, restart}
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = $WarningPreference = 'SilentlyContinue'
$env:PSModulePath = [IO.Path]::Combine($PSHOME, 'Modules')
try {
  [Console]::OutputEncoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false
  # ConvertFrom-Json would let module logging write its input, password and all, to the event log.
  Add-Type -AssemblyName System.Runtime.Serialization
  $line = [Text.Encoding]::UTF8.GetBytes([Console]::In.ReadLine())
  $quotas = [Xml.XmlDictionaryReaderQuotas]::Max
  $json = New-Object -TypeName Xml.XmlDocument
  $json.Load([Runtime.Serialization.Json.JsonReaderWriterFactory]::CreateJsonReader($line, $quotas))
  $ask = $json.DocumentElement
  $setup = Get-ItemProperty -LiteralPath 'HKLM:\SOFTWARE\Microsoft\Windows Azure Backup\Setup'
  $module = [IO.Path]::Combine($setup.InstallPath, 'bin\Modules\MSOnlineBackup\MSOnlineBackup.psd1')
  if (-not [IO.Path]::IsPathRooted($module)) { throw 'The agent has no installation folder.' }
  Import-Module -Name $module -DisableNameChecking
  $proxy = @{ NoProxy = $true }
  if ($ask['server'].InnerText -ne '') {
    $proxy = @{ ProxyServer = $ask['server'].InnerText; ProxyPort = [int]$ask['port'].InnerText }
  }
  foreach ($list in $ask.SelectNodes('bypass[. != ""]')) { $proxy.BypassUrls = $list.InnerText }
  if ($ask['user'].InnerText -ne '') {
    $password = New-Object -TypeName Security.SecureString
    foreach ($sign in $ask['password'].InnerText.ToCharArray()) { $password.AppendChar($sign) }
    $proxy.ProxyUsername = $ask['user'].InnerText
    $proxy.ProxyPassword = $password
  }
  # Without Stop an error that does not end the cmdlet would pass for success.
  $null = Set-OBMachineSetting @proxy -Confirm:$false -ErrorAction Stop
  if ($ask.SelectNodes('restart[. = "yes"]').Count -gt 0) { Restart-Service -Name obengine }
  $answer = @{ kind = 'result'; ok = $true; value = @{ done = $true } }
} catch {
  $problem = $_.Exception.GetBaseException()
  $why = @{ message = $problem.Message; type = $problem.GetType().FullName }
  $answer = @{ kind = 'result'; ok = $false; error = $why }
}
[Console]::Out.WriteLine((ConvertTo-Json -InputObject $answer -Compress -Depth 5))
