/** Functions of the exported script that start, stop and configure services. */
export const serviceHelpers = String.raw`
function Get-ServiceState([string]$Name) {
  $service = Get-Service -ErrorAction SilentlyContinue | Where-Object { $_.Name -eq $Name } |
    Select-Object -First 1
  if ($null -eq $service) { return '' }
  return [string]$service.Status
}

function Invoke-ServiceControl([string[]]$Arguments) {
  $control = $system32 + '\sc.exe'
  return Invoke-Tool -File $control -Arguments $Arguments -Folder $system32 -Seconds 90
}

# What comes of an order is read from the state: sc.exe comes back before it is done.
function Set-ServiceState([string]$Name, [string]$Order, [int]$Seconds) {
  $wanted = 'Running'
  $fine = 0, 1056
  if ($Order -eq 'stop') {
    $wanted = 'Stopped'
    $fine = 0, 1053, 1061, 1062
  }
  $limit = [DateTime]::UtcNow.AddSeconds($Seconds)
  $isOpen = $true
  $wasRefused = $false
  while ($true) {
    if ($isOpen) {
      $ran = Invoke-ServiceControl -Arguments $Order, $Name
      # A stop that comes while it still starts may be refused with 1052 and be taken afterwards.
      $passes = (Get-ServiceState -Name $Name) -in 'StartPending', 'StopPending'
      $isRefused = $Order -eq 'stop' -and $ran['Code'] -eq 1052
      $isNotNow = $isRefused -and ($passes -or -not $wasRefused)
      $wasRefused = $isRefused
      if ($fine -notcontains $ran['Code'] -and -not $isNotNow) {
        $said = Get-Printed -Ran $ran
        throw (($words['serviceRefused'] -f $Order, $Name, $ran['Code']) + ' ' + $said)
      }
      # It is on its way to another state and takes no order yet.
      $isOpen = $isNotNow -or $ran['Code'] -eq 1061 -or $ran['Code'] -eq 1056
    }
    $now = Get-ServiceState -Name $Name
    if ($now -eq $wanted) { return }
    if ($Order -eq 'start' -and $now -eq 'Stopped' -and -not $isOpen) {
      throw ($words['serviceEnded'] -f $Name)
    }
    if ([DateTime]::UtcNow -ge $limit) {
      throw ($words['serviceNotInTime'] -f $Order, $Name, $Seconds, $now)
    }
    Start-Sleep -Seconds 2
  }
}

# The check of the step reads it back.
function Set-StartType([string]$Name, [string]$Word) {
  $ran = Invoke-ServiceControl -Arguments 'config', $Name, 'start=', $Word
  if ($ran['Code'] -ne 0) {
    $said = Get-Printed -Ran $ran
    throw (($words['serviceRefused'] -f 'config', $Name, $ran['Code']) + ' ' + $said)
  }
}
`;
