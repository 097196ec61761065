/** Functions of the exported script that tell whether a tool did its work. */
export const judgementHelpers = String.raw`
function Get-FirstLine([string]$Text) {
  return $Text.Substring(0, $Text.IndexOf([string][char]10, [StringComparison]::Ordinal) + 1)
}

# What a log says of the run that began at Started; empty when it is another run's log.
function Get-LogOfRun([string]$Path, [string]$Before, [DateTime]$Started) {
  $now = [string](Read-Text -Path $Path)
  $pattern = '^(\d{4}-\d\d-\d\dT[\d:.]+(?:[+-]\d\d:\d\d|Z))\t.*Trace Session Started'
  $begun = [Text.RegularExpressions.Regex]::Match($now, $pattern)
  $isOfRun = (Get-FirstLine -Text $now) -cne (Get-FirstLine -Text $Before)
  if ($begun.Success) {
    $culture = [Globalization.CultureInfo]::InvariantCulture
    $at = [DateTimeOffset]::Parse($begun.Groups[1].Value, $culture).UtcDateTime
    $isOfRun = $isOfRun -or $at -ge $Started.AddSeconds(-2)
  }
  if (-not $isOfRun) { return '' }
  if ($Before -ne '' -and $now.StartsWith($Before, [StringComparison]::Ordinal)) {
    return $now.Substring($Before.Length)
  }
  return $now
}

# By log and exit code: the console of set-up says nothing that could be used.
function Assert-UnifiedSetup([hashtable]$Ran, [string]$Log) {
  $telling = 'Quite mode Error|failed|Failed|Aborting|not valid|Invalid|missing|Unable|Exit code returned by (?:command|unified setup):\s*-?[1-9]'
  $lines = @($Log -split '\r?\n' | Where-Object { $_ -cmatch $telling } | Select-Object -Last 8)
  foreach ($said in $lines) { Write-Host ('  ' + $said) }
  if ($Log -cmatch 'Quite mode Error') { throw $words['quietError'] }
  $isGood = $Ran['Code'] -eq 0 -or $Ran['Code'] -eq 3010
  if ($isGood -and $Log -eq '') { throw $words['logMissing'] }
  if (-not $isGood) {
    $means = $setupExit[[string]$Ran['Code']]
    if ($null -eq $means) { $means = $words['setupExitUnknown'] }
    throw (($words['toolFailed'] -f $Ran['Name'], $Ran['Code']) + ' ' + $means)
  }
  if ($Ran['Code'] -eq 3010) { $script:restartAsked = $true }
}

# What is left is proven afterwards: 0 says nothing of a file that was in use.
function Assert-Removal([hashtable]$Ran, [string]$Log) {
  if ($Ran['Code'] -eq 3010 -or $Ran['Code'] -eq 1641) { $script:restartAsked = $true }
  elseif ($Ran['Code'] -ne 0 -and $Ran['Code'] -ne 1605) {
    throw ($words['toolFailed'] -f $Ran['Name'], $Ran['Code'])
  }
}

# With -v the tool says "failed validation" for every failure, so its own words are shown.
function Assert-FingerprintTest([hashtable]$Ran, [string]$Log) {
  $isValid = (Get-Printed -Ran $Ran) -match 'passphrase is valid'
  if ($Ran['Code'] -ne 0 -or -not $isValid) { throw $words['fingerprintFailed'] }
}

function Assert-Unpack([hashtable]$Ran, [string]$Log) {
  if ($Ran['Code'] -ne 0) {
    throw ($words['unpackFailed'] + ' ' + ($words['toolFailed'] -f $Ran['Name'], $Ran['Code']))
  }
}

# Printing the terms ends with 2, as a refused command line does: only the text tells them apart.
function Assert-Terms([hashtable]$Ran, [string]$Log) {
  $text = $Ran['Output'].ToArray() -join ' '
  if ($Ran['Code'] -ne 2 -or $text -notmatch 'third[- ]?party' -or $text -notmatch 'license') {
    throw $words['termsUnreadable']
  }
}

# Stopping what is stopped and starting what runs answers 2; neither is a failure.
function Assert-ServiceCommand([hashtable]$Ran, [string]$Log) {
  $isAlready = (Get-Printed -Ran $Ran) -match 'has already been started|is not started|NET HELPMSG (2182|3521)\b'
  if ($Ran['Code'] -ne 0 -and -not $isAlready) {
    throw ($words['serviceCommandFailed'] + ' ' + ($words['toolFailed'] -f $Ran['Name'], $Ran['Code']))
  }
}

function Assert-Registration([hashtable]$Ran, [string]$Log) {
  if ($Ran['Code'] -ne 0) {
    $said = ($words['toolFailed'] -f $Ran['Name'], $Ran['Code']) + ' ' + (Get-Printed -Ran $Ran)
    throw ($words['registrationFailed'] + ' ' + $said)
  }
}

# Any answer of the address itself will do; what a proxy says is no such answer.
function Get-RouteFacts([object]$Answer) {
  if ((Get-FieldText -From $Answer -Name 'reached') -ne 'True') {
    $said = (Get-FieldText -From $Answer -Name 'proxyStatus'),
      (Get-FieldText -From $Answer -Name 'message'), (Get-FieldText -From $Answer -Name 'schemes')
    throw ($words['routeFailed'] -f ($said -join ' '))
  }
  return @{}
}

function Assert-ConfigTool([hashtable]$Ran, [string]$Log) {
  if ($Ran['Code'] -ne 0) {
    throw (($words['notSaved'] + ' ') + ($words['toolFailed'] -f $Ran['Name'], $Ran['Code']))
  }
}

# It ends well also when nothing was saved, so the files tell.
function Assert-Saved([string[]]$Paths, [DateTime]$Started) {
  foreach ($path in $Paths) {
    if (-not [IO.File]::Exists($path) -or [IO.File]::GetLastWriteTimeUtc($path) -le $Started) {
      throw $words['notSaved']
    }
  }
}

# Its exit code is always 0: what it says of a failure counts, and the certificate afterwards.
function Assert-Renewal([hashtable]$Ran, [string]$Log) {
  $printed = Get-Printed -Ran $Ran
  if ($Ran['Code'] -ne 0 -or $printed -match 'Error code:|Please retry multiple times') {
    throw ($words['renewalFailed'] -f $printed)
  }
}

# What a policy ignores without a word comes back as failed too.
function Get-DefenderFacts([object]$Answer) {
  $failed = @($Answer.failed | ForEach-Object { $_ } |
      ForEach-Object { ([string]$_.path + ' ' + [string]$_.message).Trim() })
  if ($failed.Count -gt 0) { throw ($words['defenderRefused'] -f ($failed -join ', ')) }
  if ($Answer.hidden -eq $true) { throw ($words['defenderRefused'] -f $words['hiddenList']) }
  return @{}
}

function Assert-Link([hashtable]$Ran, [string]$Log) {
  if ($Ran['Code'] -ne 0) {
    $said = ($words['toolFailed'] -f $Ran['Name'], $Ran['Code']) + ' ' + (Get-Printed -Ran $Ran)
    throw ($words['linkFailed'] + ' ' + $said)
  }
}

function Get-PlainFacts([object]$Answer) {
  return @{}
}

# Only what Microsoft signed, up to a root of Microsoft.
function Get-SignatureFacts([object]$Answer) {
  $state = Get-FieldText -From $Answer -Name 'status'
  $signer = Get-FieldText -From $Answer -Name 'signer'
  $root = Get-FieldText -From $Answer -Name 'root'
  foreach ($said in (Get-FieldText -From $Answer -Name 'message'), $signer, $root) {
    if ($said -ne '') { Write-Host ('  ' + $said) }
  }
  if ($state -eq 'NotSigned') { throw $words['notSigned'] }
  if ($state -eq 'HashMismatch') { throw $words['changed'] }
  if ($state -ne 'Valid') { throw $words['notTrusted'] }
  $publisher = '(?:^|,\s*)O=(?:"?)Microsoft Corporation(?:"?)(?:,|\z)'
  # The name of a root proves nothing: these are Microsoft's of 2011, of 2010 and the first one.
  $roots = '8F43288AD272F3103B6FB1428485EA3014C0BCFE',
    '3B1EFD3A66EA28B16697394703A72CA340A05BD5', 'CDD4EEAE6000AC7F40C3802C171E30148030C072'
  $thumbprint = Get-FieldText -From $Answer -Name 'rootThumbprint'
  if ($signer -cnotmatch $publisher -or $thumbprint -notin $roots) {
    throw $words['otherPublisher']
  }
  $revocation = $words['revocationUnknown']
  if ((Get-FieldText -From $Answer -Name 'revocation') -eq 'checked') {
    $revocation = $words['revocationChecked']
  }
  return @{ signer = $signer; root = $root; revocation = $revocation
    version = (Get-FieldText -From $Answer -Name 'productVersion') }
}
`;
