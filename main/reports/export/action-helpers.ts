/** Functions of the exported script that do what steps do to files and folders. */
export const actionHelpers = String.raw`
# Everything about a folder that lets somebody else in; empty when it may be trusted.
function Get-Strangers([string]$Path, [bool]$MayInherit) {
  $trusted = 'S-1-5-18', 'S-1-5-32-544'
  $owners = $trusted
  if ($MayInherit) {
    $owners += 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464'
  }
  $sid = [Security.Principal.SecurityIdentifier]
  $security = [IO.Directory]::GetAccessControl($Path)
  $owner = $security.GetOwner($sid).Value
  $strangers = @()
  if ($owners -notcontains $owner) { $strangers += ($words['ownedBy'] -f $owner) }
  if (-not $MayInherit -and -not $security.AreAccessRulesProtected) {
    $strangers += $words['inheritedAccess']
  }
  foreach ($rule in $security.GetAccessRules($true, $true, $sid)) {
    $who = $rule.IdentityReference.Value
    if ([string]$rule.AccessControlType -eq 'Allow' -and $trusted -notcontains $who) {
      $strangers += $who
    }
  }
  return ($strangers | Select-Object -Unique) -join ', '
}

# Makes the folder with its access list, or proves that the one there may be trusted.
function New-ProtectedFolder([string]$Path, [bool]$Temporary) {
  $made = Invoke-Script -Name 'new-protected-folder' -Fields @{ path = $Path } -Seconds 60
  if ($Temporary -and (Get-FieldText -From $made -Name 'created') -eq 'true') {
    Add-Temporary -Path $Path -Original ''
  }
  $strangers = Get-Strangers -Path $Path -MayInherit $false
  if ($strangers -ne '') { throw ($words['folderNotOurs'] -f $Path, $strangers) }
}

# Writes a file whole. What was there is kept first, when it has to be put back.
function Set-PlanFile([string]$Path, [byte[]]$Bytes, [bool]$Temporary, [string]$KeepAs) {
  $placed = @($temporaries.ToArray() | Where-Object { $_['Path'] -eq $Path })
  if ($Temporary -and $placed.Count -eq 0) {
    $original = ''
    if ($KeepAs -ne '' -and [IO.File]::Exists($KeepAs)) {
      # Left by a run that was cut off. Another file came since: which of them counts, and whether
      # it is only what that run wrote, nobody but the admin can tell.
      if ([IO.File]::Exists($Path) -and (Get-Sha256 -Path $Path) -cne (Get-Sha256 -Path $KeepAs)) {
        throw ($words['twoOriginals'] -f $KeepAs, $Path)
      }
      $original = $KeepAs
    } elseif ($KeepAs -ne '' -and [IO.File]::Exists($Path)) {
      Copy-Bytes -From $Path -To $KeepAs
      $original = $KeepAs
    }
    Add-Temporary -Path $Path -Original $original
  }
  try {
    Write-Bytes -Path $Path -Bytes $Bytes
  } finally { [Array]::Clear($Bytes, 0, $Bytes.Length) }
}

function Save-FolderRecord([string]$Path, [string]$RecordPath) {
  $record = Get-FolderHashes -Path $Path
  Write-Bytes -Path $RecordPath -Bytes (Get-Json -Fields $record)
}

function Remove-Tree([string]$Path) {
  foreach ($file in [IO.Directory]::GetFiles($Path)) {
    [IO.File]::SetAttributes($file, 'Normal')
    [IO.File]::Delete($file)
  }
  foreach ($folder in [IO.Directory]::GetDirectories($Path)) {
    # A link to a folder is removed, never what it leads to.
    $isLink = ([int][IO.File]::GetAttributes($folder) -band 0x400) -ne 0
    if ($isLink) { [IO.Directory]::Delete($folder, $false) } else { Remove-Tree -Path $folder }
  }
  [IO.Directory]::Delete($Path, $false)
}

# Only ever below the folder that the plan names as its limit.
function Remove-Within([string]$Path, [string]$Within) {
  $isBelow = $Path.StartsWith($Within + '\', [StringComparison]::OrdinalIgnoreCase)
  $parts = $Path -split '[\\/]'
  if (-not $isBelow -or $parts -contains '..' -or $parts -contains '.') {
    throw ($words['removeOutside'] -f $Path, $Within)
  }
  if ([IO.Directory]::Exists($Path)) {
    $isLink = ([int][IO.File]::GetAttributes($Path) -band 0x400) -ne 0
    if ($isLink) { [IO.Directory]::Delete($Path, $false) } else { Remove-Tree -Path $Path }
  } elseif ([IO.File]::Exists($Path)) {
    [IO.File]::SetAttributes($Path, 'Normal')
    [IO.File]::Delete($Path)
  }
}
`;
