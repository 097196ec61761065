# Tries whether an address answers, by a proxy or without. Input: {address, proxyMode, proxyServer,
# proxyPort, signIn, user, password, timeoutSeconds}
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
  $ask = @{}
  foreach ($field in $json.DocumentElement.ChildNodes) { $ask[$field.LocalName] = $field.InnerText }
  $tls = [Enum]::GetNames([Net.SecurityProtocolType]) -match '^Tls1[23]$'
  $tls += [string][Net.ServicePointManager]::SecurityProtocol
  [Net.ServicePointManager]::SecurityProtocol = $tls -join ', '
  $request = [Net.WebRequest]::CreateHttp($ask.address)
  if ($request.RequestUri.Scheme -ne 'https') { throw 'Only an https address is asked.' }
  $request.Method, $request.AllowAutoRedirect = 'HEAD', $false
  $request.Timeout = $request.ReadWriteTimeout = 1000 * $ask.timeoutSeconds
  $proxy = $null
  if ($ask.proxyMode -eq 'system') { $proxy = [Net.WebRequest]::GetSystemWebProxy() }
  if ($ask.proxyMode -eq 'custom') {
    $place = '{0}:{1}' -f ($ask.proxyServer -replace '^\w+://|/+$'), $ask.proxyPort
    $proxy = New-Object -TypeName Net.WebProxy -ArgumentList "http://$place"
  }
  if ($null -ne $proxy -and $ask.signIn -eq 'windows') {
    $proxy.Credentials = [Net.CredentialCache]::DefaultCredentials
  } elseif ($null -ne $proxy -and $ask.signIn -eq 'given') {
    # Set one by one: module logging would write down what New-Object is given.
    $known = New-Object -TypeName Net.NetworkCredential
    $known.Domain = $ask.user -replace '\\?[^\\]*$'
    $known.UserName = $ask.user -replace '^.*\\'
    $known.Password = $ask.password
    $proxy.Credentials = $known
  }
  $request.Proxy = $proxy
  $value = @{ reached = $false; status = 0; proxyStatus = 0; schemes = ''; message = ''; proxy = ''
    location = ''; identity = [Security.Principal.WindowsIdentity]::GetCurrent().Name }
  $response = $null
  try { $response = $request.GetResponse() } catch [Net.WebException] {
    $response, $cause = $_.Exception.Response, $_.Exception.GetBaseException()
    # What a proxy answers to CONNECT may come with the error inside only.
    if ($null -eq $response -and $cause -is [Net.WebException]) { $response = $cause.Response }
    $value.message = '{0}: {1}' -f $_.Exception.Status, $cause.Message
  } catch { $value.message = $_.Exception.GetBaseException().Message }
  if ($null -ne $response) {
    $status = [int]$response.StatusCode
    $value.message = [string]$response.StatusDescription
    # Any answer of the address itself will do; to CONNECT only the proxy answers.
    $value.reached = $status -ne 407 -and $response.Method -ne 'CONNECT'
    if ($value.reached) { $value.status = $status } else { $value.proxyStatus = $status }
    $pattern = '(?i)(?<=^|,\s*)(Basic|Digest|Kerberos|Negotiate|NTLM)\b'
    $offers = [regex]::Matches([string]$response.Headers['Proxy-Authenticate'], $pattern)
    $value.schemes = @($offers) -join ', '
    $said, $next = [string]$response.Headers['Location'], $null
    if ($value.reached -and $status -in 301, 302, 303, 307, 308 -and $said -ne '') {
      $isAddress = [Uri]::TryCreate($request.RequestUri, $said, [ref]$next)
      if ($isAddress -and $next.Scheme -eq 'https') { $value.location = $next.AbsoluteUri }
    }
  }
  if ($null -ne $proxy) {
    # Asked last, as Windows knows by now; when it still looks (WPAD), nobody waits for it here.
    $find = [Delegate]::CreateDelegate([Func[Uri, Uri]], $proxy, 'GetProxy')
    $finding, $way = $find.BeginInvoke($request.RequestUri, $null, $null), $null
    if ($finding.AsyncWaitHandle.WaitOne(5000)) { $way = $find.EndInvoke($finding) }
    # Without a proxy the address comes back as it went in. A user in it is nobody's business here.
    if ($way -and $way -ne $request.RequestUri) {
      $value.proxy = '{0}://{1}:{2}' -f $way.Scheme, $way.Host, $way.Port
    }
  }
  $answer = @{ kind = 'result'; ok = $true; value = $value }
} catch {
  $problem = $_.Exception.GetBaseException()
  $why = @{ message = $problem.Message; type = $problem.GetType().FullName }
  $answer = @{ kind = 'result'; ok = $false; error = $why }
}
[Console]::Out.WriteLine((ConvertTo-Json -InputObject $answer -Compress -Depth 5))
