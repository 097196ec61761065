/** Functions of the exported script that put back what a backup holds, and prove it. */
export const restoreHelpers = String.raw`
function Restore-File([string]$From, [string]$To) {
  $null = [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($To))
  Copy-Bytes -From $From -To $To
}

function Invoke-Reg([string[]]$Arguments) {
  $tool = $system32 + '\reg.exe'
  return Invoke-Tool -File $tool -Arguments $Arguments -Folder $system32 -Seconds 60
}

function Import-Key([string]$View, [string]$File) {
  $ran = Invoke-Reg -Arguments @('import', $File, ('/reg:' + $View))
  if ($ran['Code'] -ne 0) { throw ($words['toolFailed'] -f 'reg.exe', $ran['Code']) }
}

# What is gone already is no failure; the proof of the step tells.
function Remove-Registry([string]$View, [string]$Key, [string[]]$Arguments) {
  $null = Invoke-Reg -Arguments (@('delete', $Key) + $Arguments + @('/f', ('/reg:' + $View)))
}

# Every key and value of a registry export, one line each, with the key it belongs to.
function Get-ExportLines([string]$File) {
  $found = New-Object -TypeName 'Collections.Generic.HashSet[string]'
  $key = ''
  $text = [IO.File]::ReadAllText($File) -replace '\\\r?\n\s*', ''
  foreach ($line in @($text -split '\r?\n')) {
    if ($line -eq '') { continue }
    if ($line.StartsWith('[')) {
      $key = $line.ToLowerInvariant().Replace('\software\wow6432node', '\software')
      $null = $found.Add($key)
    } else { $null = $found.Add($key + ' ' + $line) }
  }
  return ,$found
}

function Test-RegistryAsKept([string]$View, [string]$Key, [string]$File, [bool]$Exact) {
  $same = $words['sameContent']
  $new = [IO.Path]::GetTempFileName()
  try {
    $ran = Invoke-Reg -Arguments @('export', $Key, $new, '/y', ('/reg:' + $View))
    $there = $ran['Code'] -eq 0
    if (-not $there -and $null -ne (Open-RegistryKey -View $View -Key $Key)) {
      throw ($words['keyUnreadable'] -f $Key)
    }
    if ($File -eq '') {
      $found = $words['absent']
      if ($there) { $found = $words['there'] }
      return Get-Seen -Passed (-not $there) -Found $found -Needed $words['absent']
    }
    if (-not $there) { return Get-Seen -Passed $false -Found $words['notThere'] -Needed $same }
    $kept = Get-ExportLines -File $File
    $now = Get-ExportLines -File $new
    $holds = $kept.IsSubsetOf($now)
    if ($Exact) { $holds = $holds -and $now.IsSubsetOf($kept) }
    return Get-SeenContent -Same $holds -More ''
  } finally { [IO.File]::Delete($new) }
}
`;
