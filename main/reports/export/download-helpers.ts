/** Functions of the exported script that fetch a file. */
export const downloadHelpers = `
# https on its usual port, no credentials, a host of the list. Asked for every redirect.
function Assert-Address([Uri]$Address, [string[]]$AllowedHosts) {
  $isAllowed = $false
  if ($Address.IsAbsoluteUri -and $Address.Scheme -ceq 'https' -and $Address.Port -eq 443) {
    foreach ($pattern in $AllowedHosts) {
      $name = $Address.Host
      if ($pattern.StartsWith('*.')) {
        $end = $pattern.Substring(1)
        $isBelow = $name.EndsWith($end, [StringComparison]::OrdinalIgnoreCase)
        if ($isBelow -and $name.Length -gt $end.Length) { $isAllowed = $true }
      } elseif ($name -eq $pattern) { $isAllowed = $true }
    }
  }
  if (-not $isAllowed -or $Address.UserInfo -ne '') {
    throw ($words['addressRefused'] -f $Address.Host, ($AllowedHosts -join ', '))
  }
}

# What an earlier try left of the same address; $null when there is nothing to go on with.
function Get-Part([string]$Address, [string]$Path) {
  $noted = Read-Text -Path ($Path + '.part.json')
  if ($null -eq $noted -or -not [IO.File]::Exists($Path + '.part')) { return $null }
  try { $part = ConvertFrom-Json -InputObject $noted } catch { return $null }
  $validator = Get-FieldText -From $part -Name 'validator'
  if ((Get-FieldText -From $part -Name 'from') -cne $Address -or $validator -eq '') { return $null }
  $file = New-Object -TypeName IO.FileInfo -ArgumentList ($Path + '.part')
  return @{ Offset = [string]$file.Length; Validator = $validator }
}

function Save-Part([string]$Address, [string]$Path, [string]$At, [string]$Validator, [long]$Total) {
  $fields = @{ from = $Address; at = $At; validator = $Validator; total = $null }
  if ($Total -ge 0) { $fields['total'] = $Total }
  Write-Bytes -Path ($Path + '.part.json') -Bytes (Get-Json -Fields $fields)
}

# One connection to the file behind the address. Broken is why it ended too early.
function Receive-Once([string]$Address, [string[]]$AllowedHosts, [string]$Path, [string]$Name, [hashtable]$Fields, [int]$Seconds) {
  $known = Get-Part -Address $Address -Path $Path
  if ($null -eq $known) { $known = @{ Offset = '0'; Validator = '' } }
  $uri = [Uri]$Address
  for ($hop = 0; $hop -le 8; $hop += 1) {
    Assert-Address -Address $uri -AllowedHosts $AllowedHosts
    # A query can let anybody fetch the file: it is never shown or kept.
    $receiving = @{ At = $uri.GetLeftPart('Path'); IsNoted = $false; Next = [DateTime]::UtcNow }
    $ask = @{} + $Fields
    $ask['address'] = $uri.AbsoluteUri
    $ask['path'] = $Path + '.part'
    $ask['offset'] = $known['Offset']
    $ask['validator'] = $known['Validator']
    try {
      $answer = Invoke-Script -Name $Name -Fields $ask -Seconds $Seconds -OnLine {
        Show-Progress -Text $args[0] -Address $Address -Path $Path -Receiving $receiving
      }
    } catch {
      $failure = $_.Exception.GetBaseException()
      $type = [string]$failure.Data['type']
      if ([string]$failure.Data['said'] -clike 'OtherRange: *') {
        # What is there can not be gone on with: the next try begins anew.
        [IO.File]::Delete($Path + '.part')
      } elseif ($type -ne '' -and $type -ne 'System.Net.WebException') {
        # Not the network: a full disk or a locked file is no better at the next try.
        throw
      }
      return @{ Broken = $failure.Message }
    }
    $outcome = Get-FieldText -From $answer -Name 'outcome'
    if ($outcome -eq 'redirect') {
      $next = $null
      $location = Get-FieldText -From $answer -Name 'location'
      if (-not [Uri]::TryCreate($uri, $location, [ref]$next)) { throw $words['tooManyRedirects'] }
      $uri = $next
      continue
    }
    $code = Get-FieldText -From $answer -Name 'status'
    if ($outcome -ne 'done') {
      $message = Get-FieldText -From $answer -Name 'message'
      if ($outcome -eq 'refused' -and $code -eq '416') {
        [IO.File]::Delete($Path + '.part')
        return @{ Broken = ('HTTP ' + $code + ' ' + $message) }
      }
      if ($outcome -eq 'proxyRefused') { throw ($words['downloadBlocked'] -f $code, $message) }
      throw ($words['downloadRefused'] -f $code, $message)
    }
    $bytes = [long](Get-FieldText -From $answer -Name 'bytes')
    $total = [long](Get-FieldText -From $answer -Name 'total')
    $validator = Get-FieldText -From $answer -Name 'validator'
    Save-Part -Address $Address -Path $Path -At $receiving['At'] -Validator $validator -Total $total
    $isWhole = $total -lt 0 -or $bytes -eq $total
    $why = $words['received'] -f $bytes, $total
    if (-not $isWhole) { return @{ Broken = $why } }
    return @{ Broken = $null; At = $receiving['At']; Validator = $validator; Total = $total }
  }
  throw $words['tooManyRedirects']
}

# Notes what is needed to go on later as soon as it is known, and shows how far it is.
function Show-Progress([string]$Text, [string]$Address, [string]$Path, [hashtable]$Receiving) {
  if (-not $Text.StartsWith('{')) { return }
  try { $progress = ConvertFrom-Json -InputObject $Text } catch { return }
  if ((Get-FieldText -From $progress -Name 'kind') -cne 'progress') { return }
  $total = [long](Get-FieldText -From $progress -Name 'total')
  if (-not $Receiving['IsNoted']) {
    $Receiving['IsNoted'] = $true
    $validator = Get-FieldText -From $progress -Name 'validator'
    Save-Part -Address $Address -Path $Path -At $Receiving['At'] -Validator $validator -Total $total
  }
  if ([DateTime]::UtcNow -lt $Receiving['Next']) { return }
  $Receiving['Next'] = [DateTime]::UtcNow.AddSeconds(10)
  Write-Host ($words['received'] -f (Get-FieldText -From $progress -Name 'bytes'), $total)
}

# The file gets its name only when it is whole and has the SHA-256 that was expected, if one was.
function Receive-File([string]$Address, [string[]]$AllowedHosts, [string]$Path, [string]$RecordPath, [string]$Expected, [string]$Name, [hashtable]$Fields, [int]$Seconds) {
  for ($tries = 1; $tries -le 4; $tries += 1) {
    $got = Receive-Once -Address $Address -AllowedHosts $AllowedHosts -Path $Path -Name $Name -Fields $Fields -Seconds $Seconds
    if ($null -eq $got['Broken']) { break }
    if ($tries -eq 4) { throw ($words['downloadFailed'] -f $got['Broken']) }
    Write-Host ($words['downloadBroken'] -f $got['Broken'])
    Start-Sleep -Seconds 5
  }
  $part = $Path + '.part'
  $size = (New-Object -TypeName IO.FileInfo -ArgumentList $part).Length
  if ($got['Total'] -ge 0 -and $size -ne $got['Total']) {
    [IO.File]::Delete($part)
    throw ($words['otherSize'] -f $size, $got['Total'])
  }
  $hash = Get-Sha256 -Path $part
  if ($Expected -ne '' -and $hash -ne $Expected) {
    [IO.File]::Delete($part)
    throw ($words['otherHash'] -f $hash)
  }
  Move-Over -From $part -To $Path
  $record = @{ from = $Address; at = $got['At']; validator = $got['Validator']; sizeBytes = $size
    sha256 = $hash; keptAt = [DateTime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ss.fffZ', [Globalization.CultureInfo]::InvariantCulture) }
  Write-Bytes -Path $RecordPath -Bytes (Get-Json -Fields $record)
  [IO.File]::Delete($Path + '.part.json')
}
`;
