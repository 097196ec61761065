/** Functions of the exported script that look at services, registry, network and processes. */
export const serverCheckHelpers = String.raw`
function Open-RegistryKey([string]$View, [string]$Key) {
  $hives = @{ HKEY_LOCAL_MACHINE = 'LocalMachine'; HKEY_CURRENT_USER = 'CurrentUser'
    HKEY_USERS = 'Users'; HKEY_CLASSES_ROOT = 'ClassesRoot' }
  $at = $Key.IndexOf('\', [StringComparison]::Ordinal)
  $hive = [Microsoft.Win32.RegistryHive]$hives[$Key.Substring(0, $at)]
  $registryView = [Microsoft.Win32.RegistryView]('Registry' + $View)
  $root = [Microsoft.Win32.RegistryKey]::OpenBaseKey($hive, $registryView)
  return $root.OpenSubKey($Key.Substring($at + 1))
}

# A value as text, whatever its type; $null when it is not there.
function Read-RegistryValue([string]$View, [string]$Key, [string]$Name) {
  $opened = Open-RegistryKey -View $View -Key $Key
  if ($null -eq $opened -or @($opened.GetValueNames()) -notcontains $Name) { return $null }
  $kind = [string]$opened.GetValueKind($Name)
  $value = $opened.GetValue($Name, $null, 'DoNotExpandEnvironmentNames')
  if ($kind -eq 'DWord') {
    return [string][BitConverter]::ToUInt32([BitConverter]::GetBytes([int]$value), 0)
  }
  if ($kind -eq 'QWord') {
    return [string][BitConverter]::ToUInt64([BitConverter]::GetBytes([long]$value), 0)
  }
  if ($kind -eq 'MultiString') { return $value -join [string][char]10 }
  if ($value -is [byte[]]) {
    return [BitConverter]::ToString($value).Replace('-', '').ToLowerInvariant()
  }
  return [string]$value
}

# The same of text only, as programs that want text can use nothing else.
function Read-RegistryText([string]$View, [string]$Key, [string]$Name) {
  $opened = Open-RegistryKey -View $View -Key $Key
  if ($null -eq $opened -or @($opened.GetValueNames()) -notcontains $Name) { return $null }
  if ([string]$opened.GetValueKind($Name) -notin 'String', 'ExpandString') { return '' }
  return Read-RegistryValue -View $View -Key $Key -Name $Name
}

function Test-RegistryValue([string]$View, [string]$Key, [string]$Name, [object]$Expected) {
  $value = Read-RegistryText -View $View -Key $Key -Name $Name
  # An empty one tells nothing.
  if ($value -ceq '' -and $null -eq $Expected) { $value = $null }
  return Get-SeenValue -Value $value -Expected $Expected
}

# From the uninstall keys: asking Windows Installer would make it repair what it lists.
function Get-ProductVersion([string]$DisplayName) {
  $uninstall = 'HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall'
  foreach ($view in '32', '64') {
    $opened = Open-RegistryKey -View $view -Key $uninstall
    if ($null -eq $opened) { continue }
    foreach ($name in $opened.GetSubKeyNames()) {
      $product = $opened.OpenSubKey($name)
      if (([string]$product.GetValue('DisplayName')).Trim() -ceq $DisplayName) {
        return [string]$product.GetValue('DisplayVersion')
      }
    }
  }
  return $null
}

function Test-ProductInstalled([string]$DisplayName, [object]$Version) {
  $needed = $words['installed'] -f $words['anyValue']
  if ($null -ne $Version) { $needed = $words['installed'] -f $Version }
  $there = Get-ProductVersion -DisplayName $DisplayName
  if ($null -eq $there) {
    return Get-Seen -Passed $false -Found $words['notInstalled'] -Needed $needed
  }
  $fits = $null -eq $Version -or ($there + '.').StartsWith($Version + '.', [StringComparison]::Ordinal)
  return Get-Seen -Passed $fits -Found ($words['installed'] -f $there) -Needed $needed
}

function Test-ProductAbsent([string]$DisplayName) {
  $there = Get-ProductVersion -DisplayName $DisplayName
  $found = $words['notInstalled']
  if ($null -ne $there) { $found = $words['installed'] -f $there }
  return Get-Seen -Passed ($null -eq $there) -Found $found -Needed $words['notInstalled']
}

function Wait-ProgramGone([string]$DisplayName, [int]$Seconds) {
  $limit = [DateTime]::UtcNow.AddSeconds($Seconds)
  while ($null -ne (Get-ProductVersion -DisplayName $DisplayName) -and
    [DateTime]::UtcNow -lt $limit) { Start-Sleep -Seconds 2 }
}

function Test-Service([string]$Name, [string]$State, [string[]]$StartTypes, [string]$Needed) {
  $service = Get-Service -ErrorAction SilentlyContinue | Where-Object { $_.Name -eq $Name } |
    Select-Object -First 1
  if ($null -eq $service) {
    return Get-Seen -Passed $false -Found $words['serviceMissing'] -Needed $Needed
  }
  $states = @{ Running = 'running'; Stopped = 'stopped'; StartPending = 'starting'
    StopPending = 'stopping'; Paused = 'paused' }
  $now = [string]$states[[string]$service.Status]
  $key = 'HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\' + $Name
  $types = @{ '2' = 'automatic'; '3' = 'manual'; '4' = 'disabled' }
  $type = [string]$types[[string](Read-RegistryValue -View '64' -Key $key -Name 'Start')]
  $delayed = Read-RegistryValue -View '64' -Key $key -Name 'DelayedAutostart'
  if ($type -eq '') { $type = 'unknown' }
  if ($type -eq 'automatic' -and $delayed -eq '1') { $type = 'delayed' }
  $fits = ($State -eq 'any' -or $now -eq $State) -and
    ($StartTypes.Count -eq 0 -or $StartTypes -contains $type)
  return Get-Seen -Passed $fits -Found ($words['serviceState'] -f $now, $type) -Needed $Needed
}

# TLS 1.2 and no other, whatever certificate the port has; asked for what keeps its log clean.
function Connect-Tls([Net.Sockets.TcpClient]$Client, [string]$Server, [int]$Port) {
  $Client.ReceiveTimeout = 10000
  $Client.SendTimeout = 10000
  $pending = $Client.BeginConnect($Server, $Port, $null, $null)
  if (-not $pending.AsyncWaitHandle.WaitOne(10000)) { throw $words['noAnswer'] }
  $Client.EndConnect($pending)
  $accept = [Net.Security.RemoteCertificateValidationCallback] { $true }
  $stream = $Client.GetStream()
  $tls = New-Object -TypeName Net.Security.SslStream -ArgumentList @($stream, $false, $accept)
  $protocol = [Security.Authentication.SslProtocols]::Tls12
  $tls.AuthenticateAsClient($Server, $null, $protocol, $false)
  $lines = @('GET /asrps-probe HTTP/1.1', ('Host: ' + $Server), 'Content-Length: 0', '', '')
  $request = [Text.Encoding]::ASCII.GetBytes($lines -join ([string][char]13 + [string][char]10))
  $tls.Write($request, 0, $request.Length)
  return $tls
}

function Test-Https([string]$Server, [int]$Port, [int]$Status) {
  $needed = $words['answers'] -f $Status
  $client = New-Object -TypeName Net.Sockets.TcpClient
  try {
    $tls = Connect-Tls -Client $client -Server $Server -Port $Port
    $piece = New-Object -TypeName 'byte[]' -ArgumentList 4096
    $head = ''
    while ($true) {
      $count = $tls.Read($piece, 0, $piece.Length)
      if ($count -le 0) { throw $words['noAnswer'] }
      $head += [Text.Encoding]::ASCII.GetString($piece, 0, $count)
      $answer = [Text.RegularExpressions.Regex]::Match($head, '^HTTP/1\.[01] (\d{3})')
      if ($answer.Success) { break }
    }
    $code = [int]$answer.Groups[1].Value
    return Get-Seen -Passed ($code -eq $Status) -Found ($words['answers'] -f $code) -Needed $needed
  } catch {
    $why = $_.Exception.GetBaseException().Message
    return Get-Seen -Passed $false -Found ($words['doesNotAnswer'] -f $why) -Needed $needed
  } finally { $client.Close() }
}

function Test-Certificate([string]$View, [string]$Key, [string]$Name, [string]$ValidAfter) {
  $needed = $words['validUntil'] -f $words['anyValue']
  $thumbprint = [string](Read-RegistryText -View $View -Key $Key -Name $Name)
  $type = 'Security.Cryptography.X509Certificates.X509Store'
  $store = New-Object -TypeName $type -ArgumentList 'My', 'LocalMachine'
  $store.Open('ReadOnly, OpenExistingOnly')
  try {
    $found = @($store.Certificates.Find('FindByThumbprint', $thumbprint, $false))
  } finally { $store.Close() }
  if ($thumbprint -eq '' -or $found.Count -eq 0) {
    return Get-Seen -Passed $false -Found $words['notThere'] -Needed $needed
  }
  $until = $found[$found.Count - 1].NotAfter.ToUniversalTime()
  $day = $until.ToString('yyyy-MM-dd', [Globalization.CultureInfo]::InvariantCulture)
  if ($ValidAfter -ne '' -and $until -gt [DateTime]::UtcNow) {
    $isLonger = $until -gt (Get-UtcTime -Text $ValidAfter)
    $wanted = $words['validLonger'] -f $ValidAfter.Substring(0, 10)
    return Get-Seen -Passed $isLonger -Found ($words['validUntil'] -f $day) -Needed $wanted
  }
  if ($until -gt [DateTime]::UtcNow) {
    return Get-Seen -Passed $true -Found ($words['validUntil'] -f $day) -Needed $needed
  }
  return Get-Seen -Passed $false -Found ($words['expired'] -f $day) -Needed $needed
}

function Test-ScriptSays([string]$Name, [hashtable]$Fields, [hashtable]$Expected) {
  $answer = Invoke-Script -Name $Name -Fields $Fields -Seconds 120
  $isAsExpected = $true
  $says = @()
  $wants = @()
  foreach ($field in @($Expected.get_Keys() | Sort-Object)) {
    $value = Get-FieldText -From $answer -Name $field
    $says += ($field + ' ' + $value)
    $wants += ($field + ' ' + $Expected[$field])
    $isAsExpected = $isAsExpected -and $value -ceq $Expected[$field]
  }
  return Get-Seen -Passed $isAsExpected -Found ($says -join ', ') -Needed ($wants -join ', ')
}

# The three places where Windows keeps that it waits for a restart.
function Test-NoRestartPending {
  $manager = 'HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Session Manager'
  $renames = Read-RegistryValue -View '64' -Key $manager -Name 'PendingFileRenameOperations'
  $signs = @()
  if (([string]$renames).Trim() -ne '') { $signs += 'PendingFileRenameOperations' }
  foreach ($sign in 'Component Based Servicing\RebootPending', 'WindowsUpdate\Auto Update\RebootRequired') {
    $key = 'HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\' + $sign
    if ($null -ne (Open-RegistryKey -View '64' -Key $key)) { $signs += $sign }
  }
  $found = $words['noRestartPending']
  if ($signs.Count -gt 0) { $found = $words['restartPending'] -f ($signs -join ', ') }
  return Get-Seen -Passed ($signs.Count -eq 0) -Found $found -Needed $words['noRestartPending']
}

# Inno Setup works in a second process whose name ends in .tmp.
function Test-ProcessAbsent([string[]]$Names) {
  $wanted = @($Names | ForEach-Object { $_ -replace '\.(tmp|exe)$', '' })
  $running = @([Diagnostics.Process]::GetProcesses() |
      Where-Object { $wanted -contains ($_.ProcessName -replace '\.(tmp|exe)$', '') } |
      ForEach-Object { $_.ProcessName + ' (' + $_.Id + ')' })
  $found = $words['notRunning']
  if ($running.Count -gt 0) { $found = $words['running'] -f ($running -join ', ') }
  return Get-Seen -Passed ($running.Count -eq 0) -Found $found -Needed $words['notRunning']
}
`;
