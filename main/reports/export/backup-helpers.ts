/** Functions of the exported script that keep what a change is about to touch. */
export const backupHelpers = String.raw`
function Save-BackupFile([string]$Path, [string]$To) {
  Copy-Bytes -From $Path -To $To
  if ((Get-Sha256 -Path $Path) -cne (Get-Sha256 -Path $To)) {
    throw ($words['backupDiffers'] -f $Path)
  }
}

# Keeps files, folders and registry keys in a folder named after this moment.
function Save-Backup([string]$Folder, [string[]]$Files, [string[]]$Views, [string[]]$Keys) {
  $kept = $Folder + '\' + [DateTime]::UtcNow.ToString('yyyyMMddHHmmss') + '-script'
  $null = [IO.Directory]::CreateDirectory($kept)
  $number = 0
  $record = @{}
  foreach ($path in $Files) {
    $found = @()
    if ([IO.File]::Exists($path)) { $found = @($path) }
    if ([IO.Directory]::Exists($path)) {
      $found = @([IO.Directory]::GetFiles($path, '*', 'AllDirectories'))
    }
    foreach ($file in $found) {
      $number += 1
      Save-BackupFile -Path $file -To ($kept + '\file-' + $number)
      $record['file-' + $number] = $file
    }
  }
  Write-Bytes -Path ($kept + '\files.json') -Bytes (Get-Json -Fields $record)
  $tool = $system32 + '\reg.exe'
  for ($index = 0; $index -lt $Keys.Count; $index++) {
    $file = $kept + '\registry-' + ($index + 1) + '.reg'
    $said = @('export', $Keys[$index], $file, '/y', ('/reg:' + $Views[$index]))
    $ran = Invoke-Tool -File $tool -Arguments $said -Folder $system32 -Seconds 60
    if ($ran['Code'] -ne 0) {
      Write-Host ('  ' + ($words['backupKeyMissing'] -f $Keys[$index]))
    }
  }
  Write-Host ('  ' + $kept)
}
`;
