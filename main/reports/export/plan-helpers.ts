/** Functions of the exported script: what to do with a step, its proof, and what is put back. */
export const planHelpers = `
# What to do with a step: leave it out, only prove it, or do it.
function Get-Task([string]$Id, [string[]]$Supports, [string[]]$Follows, [object[]]$SkipWhen) {
  $script:current = $Id
  if ($status[$Id] -eq 'done') {
    Write-Host $words['doneBefore']
    return 'leave'
  }
  if ($status[$Id] -eq 'toProve') { return 'prove' }
  $busy = @($Follows | Where-Object { $status[$_] -ne 'alreadyDone' })
  $open = @($Supports | Where-Object { $status[$_] -eq 'waiting' })
  $isIdle = $Follows.Count -gt 0 -and $busy.Count -eq 0
  $isUseless = $Supports.Count -gt 0 -and $open.Count -eq 0
  $isShown = $SkipWhen.Count -gt 0
  if (-not $isIdle -and -not $isUseless) {
    foreach ($look in $SkipWhen) {
      if ($isShown) {
        $seen = Get-Look -Look $look
        $isShown = $seen['Passed']
      }
    }
  }
  if (-not $isIdle -and -not $isUseless -and -not $isShown) { return 'do' }
  $status[$Id] = 'alreadyDone'
  Write-Host $words['nothingToDo']
  return 'leave'
}

# True when a secret is still needed by the step.
function Test-Open([string]$Id, [string[]]$Supports) {
  $open = @($Supports | Where-Object { $status[$_] -eq 'waiting' })
  return $status[$Id] -eq 'waiting' -and ($Supports.Count -eq 0 -or $open.Count -gt 0)
}

function Get-Seen([bool]$Passed, [string]$Found, [string]$Needed) {
  return @{ Passed = $Passed; Found = $Found; Needed = $Needed }
}

# What can not be told never counts as passed.
function Get-Look([scriptblock]$Look) {
  try {
    return & $Look
  } catch {
    $why = $_.Exception.GetBaseException().Message
    return Get-Seen -Passed $false -Found ($words['couldNotTell'] -f $why) -Needed ''
  }
}

function Confirm-Check([string]$Label, [int]$Seconds, [scriptblock]$Look) {
  $limit = [DateTime]::UtcNow.AddSeconds($Seconds)
  $seen = Get-Look -Look $Look
  while (-not $seen['Passed'] -and [DateTime]::UtcNow -lt $limit) {
    Start-Sleep -Seconds 5
    $seen = Get-Look -Look $Look
  }
  if ($seen['Passed']) {
    Write-Host ($words['checkPassed'] -f $Label, $seen['Found'], $seen['Needed'])
  } else {
    Write-Host ($words['checkFailed'] -f $Label, $seen['Found'], $seen['Needed'])
    $null = $unproven.Add($Label)
  }
}

function Assert-Proven([string]$Otherwise) {
  if ($unproven.Count -gt 0) {
    $labels = $unproven.ToArray() -join ', '
    throw ($Otherwise + ' (' + $labels + ')')
  }
}

function Complete-Step([string]$Id) {
  Assert-Proven -Otherwise $words['notProven']
  $status[$Id] = 'done'
}

function Stop-ForRestart([string]$Id) {
  $script:exitCode = 3010
  throw ($words['restart'] -f $Id)
}

# Asks again until the secret is as its rule wants it: passphrase, settingsFile or any.
function Read-Secret([string]$Prompt, [string]$Rule) {
  while ($true) {
    $secret = Read-Host -Prompt $Prompt -AsSecureString
    if ($secret.Length -eq 0) { continue }
    if ($Rule -eq 'passphrase') {
      if (Test-Passphrase -Secret $secret) { return $secret }
      Write-Host $words['passphraseSigns']
    } elseif ($Rule -eq 'settingsFile') {
      if (Test-PlainSecret -Secret $secret) { return $secret }
      Write-Host $words['secretSigns']
    } else {
      return $secret
    }
  }
}

function Add-Temporary([string]$Path, [string]$Original) {
  $null = $temporaries.Add(@{ Path = $Path; Original = $Original })
}

function Reset-Temporary([string]$Path, [string]$Original) {
  if ([IO.Directory]::Exists($Path)) {
    [IO.Directory]::Delete($Path, $false)
  } elseif ($Original -eq '') {
    if ([IO.File]::Exists($Path)) { [IO.File]::Delete($Path) }
  } elseif ([IO.File]::Exists($Original)) {
    Copy-Bytes -From $Original -To $Path
    [IO.File]::Delete($Original)
  }
  if ([IO.File]::Exists($Path + '.psm-new')) { [IO.File]::Delete($Path + '.psm-new') }
}

# What follows needs it as it was before, not only the end of the script.
function Restore-Temporary([string]$Path) {
  for ($i = $temporaries.Count - 1; $i -ge 0; $i -= 1) {
    if ($temporaries[$i]['Path'] -eq $Path) {
      Reset-Temporary -Path $Path -Original $temporaries[$i]['Original']
      $temporaries.RemoveAt($i)
      Write-Host ($words['removed'] -f $Path)
    }
  }
}

# Newest first. A copy of an original that could not be put back is the only one: it stays.
function Remove-Temporaries {
  $needed = @{}
  for ($i = $temporaries.Count - 1; $i -ge 0; $i -= 1) {
    $path = $temporaries[$i]['Path']
    $original = $temporaries[$i]['Original']
    $isGone = $false
    for ($tries = 0; $tries -lt 3 -and -not $isGone -and -not $needed.ContainsKey($path); $tries += 1) {
      try {
        Reset-Temporary -Path $path -Original $original
        $isGone = $true
      } catch {
        [Threading.Thread]::Sleep(2000)
      }
    }
    if ($isGone) {
      Write-Host ($words['removed'] -f $path)
    } else {
      if ($original -ne '') { $needed[$original] = $true }
      Write-Host ($words['left'] -f $path)
    }
  }
}
`;
