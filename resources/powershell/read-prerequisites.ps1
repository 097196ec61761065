# Windows settings that set-up looks at by itself before it installs. Input: {}
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = $WarningPreference = 'SilentlyContinue'
$env:PSModulePath = [IO.Path]::Combine($PSHOME, 'Modules')
function Read-Value($key, $name) { [Microsoft.Win32.Registry]::GetValue("HKEY_$key", $name, $null) }
try {
  [Console]::OutputEncoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false
  $null = [Console]::In.ReadLine()
  $control, $software = 'LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control', 'LOCAL_MACHINE\SOFTWARE'
  $shared = "$software\Policies\Microsoft"
  $own = 'CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Policies'
  # Off for one side by one value is enough here: which of them set-up looks at is not known.
  $off = @('Client', 'Server' | ForEach-Object { "SCHANNEL\Protocols\TLS 1.0\$_" } | Where-Object {
      (Read-Value "$control\SecurityProviders\$_" 'Enabled') -eq 0 -or
      (Read-Value "$control\SecurityProviders\$_" 'DisabledByDefault') })
  $noPrompt = @('CURRENT_USER', 'LOCAL_MACHINE' | Where-Object {
      Read-Value "$_\Software\Policies\Microsoft\Windows\System" 'DisableCMD' })
  # Set-up wants English formats and English texts: the first that is not English is what counts.
  $languages = @([cultureinfo]::CurrentCulture.Name, [cultureinfo]::CurrentUICulture.Name)
  $azure = [Uri]'https://management.azure.com'
  # Windows may look for a proxy by itself (WPAD) for a minute and more: such a one counts as none.
  $system = [Net.WebRequest]::GetSystemWebProxy()
  $find = [Delegate]::CreateDelegate([Func[Uri, Uri]], $system, 'GetProxy')
  $finding, $proxy = $find.BeginInvoke($azure, $null, $null), $null
  if ($finding.AsyncWaitHandle.WaitOne(10000)) { $proxy = $find.EndInvoke($finding) }
  $value = @{ culture = @(@($languages -notmatch '^en(-|$)') + $languages)[0]; systemProxy = $null
    dotNetRelease = Read-Value "$software\Microsoft\NET Framework Setup\NDP\v4\Full" 'Release'
    fips = (Read-Value "$control\Lsa\FipsAlgorithmPolicy" 'Enabled') -eq 1
    tls10Off = $off.Count -gt 0; policies = @{ commandPrompt = $noPrompt.Count -gt 0
      registryTools = [bool](Read-Value "$own\System" 'DisableRegistryTools')
      attachments = (Read-Value "$own\Attachments" 'UseTrustedHandlers') -eq 3
      scripts = $null -ne (Read-Value "$shared\Windows\PowerShell" 'EnableScripts') } }
  # Without a proxy the address comes back as it went in. A user in it is nobody's business here.
  if ($proxy -and $proxy -ne $azure) {
    $value.systemProxy = '{0}://{1}:{2}' -f $proxy.Scheme, $proxy.Host, $proxy.Port
  }
  $answer = @{ kind = 'result'; ok = $true; value = $value }
} catch {
  $problem = $_.Exception.GetBaseException()
  $why = @{ message = $problem.Message; type = $problem.GetType().FullName }
  $answer = @{ kind = 'result'; ok = $false; error = $why }
}
[Console]::Out.WriteLine((ConvertTo-Json -InputObject $answer -Compress -Depth 5))
