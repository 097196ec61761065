# Fetches a file over https, going on where an earlier try ended. Input: {address, path, offset,
# validator, proxyMode, proxyServer, proxyPort, signIn, user, password, timeoutSeconds}
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
  $request.AllowAutoRedirect = $false
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
  $there = New-Object -TypeName IO.FileInfo -ArgumentList $ask.path
  $offset = [long]$ask.offset
  # Without a validator the rest could be of another file; without its beginning it is no use.
  $resumes = $offset -gt 0 -and $ask.validator -ne '' -and $there.Exists
  $resumes = $resumes -and $there.Length -ge $offset
  if ($resumes) {
    $request.AddRange($offset)
    $request.Headers['If-Range'] = $ask.validator
  }
  try { $response = $request.GetResponse() } catch [Net.WebException] {
    $response, $cause = $_.Exception.Response, $_.Exception.GetBaseException()
    # What a proxy answers to CONNECT may come with the error inside only.
    if ($null -eq $response -and $cause -is [Net.WebException]) { $response = $cause.Response }
    $why = '{0}: {1}' -f $_.Exception.Status, $cause.Message
    if ($null -eq $response) { throw (New-Object -TypeName Net.WebException -ArgumentList $why) }
  }
  $status = [int]$response.StatusCode
  $value = @{ outcome = 'refused'; status = $status; message = [string]$response.StatusDescription }
  # To CONNECT only the proxy answers: no word of it is one of the download server.
  if ($status -eq 407 -or $response.Method -eq 'CONNECT') {
    $pattern = '(?i)(?<=^|,\s*)(Basic|Digest|Kerberos|Negotiate|NTLM)\b'
    $offers = [regex]::Matches([string]$response.Headers['Proxy-Authenticate'], $pattern)
    $value.outcome, $value.schemes = 'proxyRefused', (@($offers) -join ', ')
    if ($value.schemes -ne '') { $value.message += ': ' + $value.schemes }
  } elseif ($status -in 301, 302, 303, 307, 308) {
    $value = @{ outcome = 'redirect'; location = [string]$response.Headers['Location'] }
  } elseif ($status -in 200, 206) {
    $from, $total = 0, $response.ContentLength
    if ($status -eq 206) {
      $range = [string]$response.Headers['Content-Range']
      $part = [regex]::Match($range, '^bytes (\d+)-\d+/(\d*)').Groups
      if (-not $resumes -or $part[1].Value -ne $offset) { throw "OtherRange: $range" }
      $from, $total = $offset, -1
      if ($part[2].Value -ne '') { $total = [long]$part[2].Value }
    }
    $validator = [string]$response.Headers['ETag']
    if ($validator -notlike '"*') { $validator = [string]$response.Headers['Last-Modified'] }
    $progress = @{ kind = 'progress'; bytes = $from; total = $total; validator = $validator }
    $buffer = New-Object -TypeName 'byte[]' -ArgumentList 262144
    $stream, $watch = $response.GetResponseStream(), [Diagnostics.Stopwatch]::StartNew()
    $file = [IO.File]::Open($ask.path, 'OpenOrCreate', 'Write', 'Read')
    try {
      $file.SetLength($from)
      $null = $file.Seek($from, 'Begin')
      $count = 0
      do {
        $file.Write($buffer, 0, $count)
        # The first one comes before any byte: with its validator a later try can go on.
        if ($count -eq 0 -or $watch.ElapsedMilliseconds -ge 500) {
          $progress.bytes = $file.Position
          [Console]::WriteLine((ConvertTo-Json -InputObject $progress -Compress))
          $watch.Restart()
        }
        # Only what the network does wrong: what the disk does wrong keeps its own type.
        try { $count = $stream.Read($buffer, 0, $buffer.Length) } catch {
          $why = 'ReceiveFailure: {0}' -f $_.Exception.GetBaseException().Message
          throw (New-Object -TypeName Net.WebException -ArgumentList $why)
        }
      } while ($count -gt 0)
    } finally {
      $file.Flush($true)
      $file.Close()
    }
    $bytes = (New-Object -TypeName IO.FileInfo -ArgumentList $ask.path).Length
    $value = @{ outcome = 'done'; status = $status; bytes = $bytes; total = $total
      validator = $validator; restarted = $offset -gt 0 -and $status -eq 200 }
  }
  $answer = @{ kind = 'result'; ok = $true; value = $value }
} catch {
  $problem = $_.Exception.GetBaseException()
  $why = @{ message = $problem.Message; type = $problem.GetType().FullName }
  $answer = @{ kind = 'result'; ok = $false; error = $why }
}
[Console]::Out.WriteLine((ConvertTo-Json -InputObject $answer -Compress -Depth 5))
