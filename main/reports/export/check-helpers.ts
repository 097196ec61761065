/** Functions of the exported script that look at files and folders. */
export const fileCheckHelpers = String.raw`
function Test-FileThere([string]$Path) {
  $isThere = Test-Place -Path $Path
  $found = $words['notThere']
  if ($isThere) { $found = $words['there'] }
  return Get-Seen -Passed $isThere -Found $found -Needed $words['there']
}

function Test-FileAbsent([string]$Path) {
  $isThere = Test-Place -Path $Path
  $found = $words['absent']
  if ($isThere) { $found = $words['there'] }
  return Get-Seen -Passed (-not $isThere) -Found $found -Needed $words['absent']
}

function Get-SeenContent([bool]$Same, [string]$More) {
  $found = $words['otherContent'] + $More
  if ($Same) { $found = $words['sameContent'] }
  return Get-Seen -Passed $Same -Found $found -Needed $words['sameContent']
}

function Test-FileHash([string]$Path, [string]$SameAs) {
  if (-not (Test-Place -Path $Path)) {
    return Get-Seen -Passed $false -Found $words['notThere'] -Needed $words['sameContent']
  }
  $hash = Get-Sha256 -Path $Path
  return Get-SeenContent -Same ($hash -ceq (Get-Sha256 -Path $SameAs)) -More (' ' + $hash)
}

function Test-FolderProtected([string]$Path, [bool]$MayInherit) {
  $needed = $words['protectedFolder']
  if (-not [IO.Directory]::Exists($Path)) {
    return Get-Seen -Passed $false -Found $words['notThere'] -Needed $needed
  }
  $strangers = Get-Strangers -Path $Path -MayInherit $MayInherit
  if ($strangers -eq '') { return Get-Seen -Passed $true -Found $needed -Needed $needed }
  return Get-Seen -Passed $false -Found ($words['openFolder'] -f $strangers) -Needed $needed
}

function Test-VerifiedCopy([string]$Path, [string]$RecordPath) {
  $recorded = Read-Text -Path $RecordPath
  if ($null -eq $recorded -or -not (Test-Place -Path $Path)) {
    return Get-Seen -Passed $false -Found $words['notThere'] -Needed $words['sameContent']
  }
  $hash = Get-FieldText -From (ConvertFrom-Json -InputObject $recorded) -Name 'sha256'
  return Get-SeenContent -Same ($hash -ceq (Get-Sha256 -Path $Path)) -More ''
}

function Test-FolderAsRecorded([string]$Path, [string]$RecordPath) {
  $recorded = Read-Text -Path $RecordPath
  if ($null -eq $recorded -or -not (Test-Place -Path $Path)) {
    return Get-Seen -Passed $false -Found $words['notThere'] -Needed $words['sameContent']
  }
  $files = @((ConvertFrom-Json -InputObject $recorded).PSObject.Properties)
  $now = Get-FolderHashes -Path $Path
  $changed = @($files | Where-Object { $now[$_.Name] -cne $_.Value } | ForEach-Object { $_.Name })
  $more = ': ' + (($changed | Select-Object -First 5) -join ', ')
  return Get-SeenContent -Same ($files.Count -gt 0 -and $changed.Count -eq 0) -More $more
}

# KEY = "value": a # or ; ends a line, the last of several wins.
function Read-QuotedSetting([string]$Text, [string]$Name) {
  $value = $null
  foreach ($line in ($Text -split '\r?\n')) {
    $plain = $line -replace '[#;].*$', ''
    $equals = $plain.IndexOf('=', [StringComparison]::Ordinal)
    if ($equals -lt 0 -or $plain.Substring(0, $equals).Trim() -cne $Name) { continue }
    $value = $plain.Substring($equals + 1).Trim() -replace '^"(.*)"$', '$1'
  }
  return $value
}

# key = value: a # or [ counts only in the first column, the first of several wins.
function Read-PlainSetting([string]$Text, [string]$Name) {
  foreach ($line in ($Text -split '\r?\n')) {
    if ($line -match '^[#\[]') { continue }
    $equals = $line.IndexOf('=', [StringComparison]::Ordinal)
    if ($equals -lt 0 -or $line.Substring(0, $equals).Trim() -cne $Name) { continue }
    return $line.Substring($equals + 1).Trim()
  }
  return $null
}

function Get-SeenValue([object]$Value, [object]$Expected) {
  if ($null -eq $Value) {
    $needed = $words['there']
    if ($null -ne $Expected) { $needed = $Expected }
    return Get-Seen -Passed $false -Found $words['notThere'] -Needed $needed
  }
  if ($null -eq $Expected) { return Get-Seen -Passed $true -Found $Value -Needed $words['there'] }
  return Get-Seen -Passed ($Value -ceq $Expected) -Found $Value -Needed $Expected
}

function Test-QuotedSetting([string]$Path, [string]$Name, [string]$Expected) {
  $text = Read-Text -Path $Path
  $value = $null
  if ($null -ne $text) { $value = Read-QuotedSetting -Text $text -Name $Name }
  return Get-SeenValue -Value $value -Expected $Expected
}

function Test-PlainSetting([string]$Path, [string]$Name, [string]$Expected) {
  $text = Read-Text -Path $Path
  $value = $null
  if ($null -ne $text) { $value = Read-PlainSetting -Text $text -Name $Name }
  return Get-SeenValue -Value $value -Expected $Expected
}

function Test-LogSays([string]$Path, [string]$Says, [bool]$Expected) {
  $isThere = ([string](Read-Text -Path $Path)).Contains($Says)
  $means = @{ $true = $words['textFound']; $false = $words['textMissing'] }
  return Get-Seen -Passed ($isThere -eq $Expected) -Found $means[$isThere] -Needed $means[$Expected]
}
`;
