/** Functions of the exported script that keep what a change is about to touch. */
export const backupHelpers = String.raw`
function Save-BackupFile([string]$Path, [string]$To) {
  Copy-Bytes -From $Path -To $To
  if ((Get-Sha256 -Path $Path) -cne (Get-Sha256 -Path $To)) {
    throw ($words['backupDiffers'] -f $Path)
  }
}

# One row of the record: what was kept, and as what; null where it was not there.
function Get-KeptJson([string]$Kind, [string]$Of, [string]$View, [string]$KeptAs) {
  $json = '{"' + $Kind + '":' + (Get-JsonText -Text $Of) + ',"keptAs":'
  if ($KeptAs -eq '') { $json += 'null' } else { $json += Get-JsonText -Text $KeptAs }
  if ($View -ne '') { $json += ',"view":' + (Get-JsonText -Text $View) }
  if ($Kind -eq 'path' -and $KeptAs -ne '') {
    $json += ',"sha256":' + (Get-JsonText -Text (Get-Sha256 -Path $KeptAs))
  }
  return $json + '}'
}

# Keeps files, folders and registry keys in a folder named after this moment. The record comes last
# and is that of the program, which can put such a backup back.
function Save-Backup([string]$Folder, [string[]]$Files, [string[]]$Views, [string[]]$Keys) {
  $now = [DateTime]::UtcNow
  # Some cultures count other years.
  $culture = [Globalization.CultureInfo]::InvariantCulture
  $id = $now.ToString('yyyyMMddHHmmss', $culture) + '-script'
  $kept = $Folder + '\' + $id
  $null = [IO.Directory]::CreateDirectory($kept)
  $fileRows = @()
  foreach ($path in $Files) {
    $found = @()
    if ([IO.File]::Exists($path)) { $found = @($path) }
    if ([IO.Directory]::Exists($path)) {
      $found = @([IO.Directory]::GetFiles($path, '*', 'AllDirectories'))
    }
    foreach ($file in $found) {
      $to = $kept + '\file-' + ($fileRows.Count + 1)
      Save-BackupFile -Path $file -To $to
      $fileRows += Get-KeptJson -Kind 'path' -Of $file -View '' -KeptAs $to
    }
    if ($found.Count -eq 0) {
      $fileRows += Get-KeptJson -Kind 'path' -Of $path -View '' -KeptAs ''
    }
  }
  $keyRows = @()
  $tool = $system32 + '\reg.exe'
  for ($index = 0; $index -lt $Keys.Count; $index++) {
    $file = $kept + '\registry-' + ($index + 1) + '.reg'
    $said = @('export', $Keys[$index], $file, '/y', ('/reg:' + $Views[$index]))
    $ran = Invoke-Tool -File $tool -Arguments $said -Folder $system32 -Seconds 60
    if ($ran['Code'] -ne 0) {
      # Kept as absent, a key that only could not be read would be removed by a restore.
      if ($null -ne (Open-RegistryKey -View $Views[$index] -Key $Keys[$index])) {
        throw ($words['backupKeyUnreadable'] -f $Keys[$index])
      }
      Write-Host ('  ' + ($words['backupKeyMissing'] -f $Keys[$index]))
      $file = ''
    }
    $keyRows += Get-KeptJson -Kind 'key' -Of $Keys[$index] -View $Views[$index] -KeptAs $file
  }
  $record = '{"id":' + (Get-JsonText -Text $id) + ',"folder":' + (Get-JsonText -Text $kept)
  $record += ',"madeFor":' + (Get-JsonText -Text $words['backupMadeFor'])
  $record += ',"madeAt":' + (Get-JsonText -Text $now.ToString('o'))
  $record += ',"files":[' + ($fileRows -join ',') + '],"registry":[' + ($keyRows -join ',') + ']}'
  Write-Bytes -Path ($kept + '\backup.json') -Bytes (Join-Bytes -Parts @($record))
  Write-Host ('  ' + $kept)
}
`;
