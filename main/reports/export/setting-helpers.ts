/** Functions of the exported script that read and change one setting of a configuration file. */
export const settingHelpers = String.raw`
# The line that sets it, in parts; the last of several counts. A # in quotes belongs to the value.
function Find-WholeSetting([string]$Text, [string]$Name) {
  $escaped = [Text.RegularExpressions.Regex]::Escape($Name)
  # The mark of UTF-8, read byte by byte, is no part of the first line's name.
  $start = '(?m)^(?:\xEF\xBB\xBF)?(?<before>[ \t]*' + $escaped + '[ \t]*=[ \t]*)'
  $pattern = $start + '(?:"(?<value>[^"\r\n]*)"|(?<value>[^\r\n#;"]*?))(?=[ \t]*(?:[#;][^\r\n]*)?\r?$)'
  $found = [Text.RegularExpressions.Regex]::Matches($Text, $pattern)
  if ($found.Count -eq 0) { return $null }
  return $found[$found.Count - 1]
}

function Test-WholeSetting([string]$Path, [string]$Name, [string]$Expected) {
  $text = Read-Text -Path $Path
  $value = $null
  if ($null -ne $text) {
    $found = Find-WholeSetting -Text $text -Name $Name
    if ($null -ne $found) { $value = $found.Groups['value'].Value }
  }
  return Get-SeenValue -Value $value -Expected $Expected
}

# Every byte is a character of the same number here, so that all else stays as it is.
function Set-WholeSetting([string]$Path, [string]$Name, [string]$From, [string]$To) {
  if (-not [IO.File]::Exists($Path)) { throw ($words['settingUnreadable'] -f $Path) }
  $bytes = [IO.File]::ReadAllBytes($Path)
  $isWide = $bytes.Length -ge 2 -and (($bytes[0] -eq 0xFF -and $bytes[1] -eq 0xFE) -or
    ($bytes[0] -eq 0xFE -and $bytes[1] -eq 0xFF))
  if ($isWide) { throw ($words['settingUnreadable'] -f $Path) }
  $said = Find-WholeSetting -Text (Read-Text -Path $Path) -Name $Name
  $value = ''
  if ($null -ne $said) { $value = $said.Groups['value'].Value }
  if ($null -ne $said -and $value -ceq $To) { return }
  if ($null -eq $said -or $value -cne $From) {
    throw ($words['settingOther'] -f $Name, $Path, $value, $From)
  }
  $latin = [Text.Encoding]::GetEncoding(28591)
  $utf8 = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false
  $whole = $latin.GetString($bytes)
  $at = (Find-WholeSetting -Text $whole -Name $Name).Groups['value']
  $new = $latin.GetString($utf8.GetBytes($To))
  $changed = $whole.Substring(0, $at.Index) + $new + $whole.Substring($at.Index + $at.Length)
  Write-Bytes -Path $Path -Bytes $latin.GetBytes($changed)
}
`;
