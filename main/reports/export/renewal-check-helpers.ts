/** Functions of the exported script that look at certificates of ports and lists of scripts. */
export const renewalCheckHelpers = `
function Get-UtcTime([string]$Text) {
  $culture = [Globalization.CultureInfo]::InvariantCulture
  return [DateTimeOffset]::Parse($Text, $culture).UtcDateTime
}

# The certificate that a port sends.
function Get-PortCertificate([string]$Server, [int]$Port) {
  $client = New-Object -TypeName Net.Sockets.TcpClient
  try {
    $tls = Connect-Tls -Client $client -Server $Server -Port $Port
    $piece = New-Object -TypeName 'byte[]' -ArgumentList 4096
    $null = $tls.Read($piece, 0, $piece.Length)
    $type = 'Security.Cryptography.X509Certificates.X509Certificate2'
    return New-Object -TypeName $type -ArgumentList @(, $tls.RemoteCertificate)
  } finally { $client.Close() }
}

function Test-PortCertificate([string]$Server, [int]$Port, [string]$OtherThan, [string]$ValidAfter, [string]$FingerprintFile) {
  $needed = $words['newCertificate']
  try {
    $shown = Get-PortCertificate -Server $Server -Port $Port
  } catch {
    $why = $_.Exception.GetBaseException().Message
    return Get-Seen -Passed $false -Found ($words['doesNotAnswer'] -f $why) -Needed $needed
  }
  $thumbprint = ([string]$shown.Thumbprint).ToLowerInvariant()
  if ($thumbprint -eq $OtherThan) {
    return Get-Seen -Passed $false -Found $words['sameCertificate'] -Needed $needed
  }
  $until = $shown.NotAfter.ToUniversalTime()
  $day = $until.ToString('yyyy-MM-dd', [Globalization.CultureInfo]::InvariantCulture)
  if ($ValidAfter -ne '' -and $until -le (Get-UtcTime -Text $ValidAfter)) {
    $needed = $words['validLonger'] -f $ValidAfter.Substring(0, 10)
    return Get-Seen -Passed $false -Found ($words['validUntil'] -f $day) -Needed $needed
  }
  $held = ([string](Read-Text -Path $FingerprintFile)).Trim().ToLowerInvariant()
  $found = $words['otherFingerprint'] -f $held
  if ($held -eq $thumbprint) { $found = $words['validUntil'] -f $day }
  return Get-Seen -Passed ($held -eq $thumbprint) -Found $found -Needed $needed
}

function Test-ScriptLists([string]$Name, [hashtable]$Fields, [string]$List, [string[]]$Entries, [bool]$Present, [string]$HiddenBy) {
  $answer = Invoke-Script -Name $Name -Fields $Fields -Seconds 120
  $needed = $words['noneListed']
  $complaint = $words['stillListed']
  if ($Present) { $needed = $words['allListed'] }
  if ($Present) { $complaint = $words['notListed'] }
  if ((Get-FieldText -From $answer -Name $HiddenBy) -eq 'True') {
    return Get-Seen -Passed $false -Found ($words['couldNotTell'] -f $words['hiddenList']) -Needed $needed
  }
  $told = @($answer.$List | ForEach-Object { [string]$_ })
  $wrong = @($Entries | Where-Object { ($told -contains $_) -ne $Present })
  $found = $needed
  if ($wrong.Count -gt 0) { $found = $complaint -f ($wrong -join ', ') }
  return Get-Seen -Passed ($wrong.Count -eq 0) -Found $found -Needed $needed
}
`;
