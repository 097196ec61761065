# A Windows told by the JSON file PSM_MOCK_WINDOWS: cim (instances by class), keys (values and keys
# by path; a key may be closed or gone), paths (what Test-Path finds) and processes.
$global:psmWindows = ConvertFrom-Json -InputObject ([IO.File]::ReadAllText($env:PSM_MOCK_WINDOWS))

function global:Get-MockField($object, [string]$name) {
  $field = $object.PSObject.Properties[$name]
  if ($null -ne $field) {
    $field.Value
  }
}

function global:New-MockKey($told) {
  $key = New-Object -TypeName PSObject -Property @{ Told = $told }
  Add-Member -InputObject $key -MemberType ScriptMethod -Name GetValue -Value {
    param($name)
    Get-MockField $this.Told.values $name
  }
  Add-Member -InputObject $key -MemberType ScriptMethod -Name GetSubKeyNames -Value {
    $this.Told.keys.PSObject.Properties | ForEach-Object { $_.Name }
  }
  Add-Member -InputObject $key -MemberType ScriptMethod -Name OpenSubKey -Value {
    param($name)
    $below = Get-MockField $this.Told.keys $name
    if ($below -eq 'closed') {
      throw 'Requested registry access is not allowed.'
    }
    if ($below -ne 'gone') {
      New-MockKey $below
    }
  }
  $key
}

function global:Get-CimInstance {
  [CmdletBinding()]
  param([string]$ClassName)
  if ($null -eq $global:psmWindows.cim.PSObject.Properties[$ClassName]) {
    throw 'Invalid class'
  }
  foreach ($instance in @(Get-MockField $global:psmWindows.cim $ClassName)) {
    if ($null -ne $instance.PSObject.Properties['LastBootUpTime']) {
      $instance.LastBootUpTime = [DateTime]$instance.LastBootUpTime
    }
    $instance
  }
}

function global:Get-Item {
  [CmdletBinding()]
  param([string]$LiteralPath)
  $told = Get-MockField $global:psmWindows.keys $LiteralPath
  if ($null -eq $told) {
    throw "Cannot find path '$LiteralPath' because it does not exist."
  }
  New-MockKey $told
}

function global:Test-Path {
  [CmdletBinding()]
  param([string[]]$LiteralPath)
  foreach ($path in $LiteralPath) {
    @($global:psmWindows.paths) -contains $path
  }
}

function global:Get-Process {
  [CmdletBinding()]
  param([string[]]$Name)
  foreach ($process in @($global:psmWindows.processes)) {
    foreach ($pattern in $Name) {
      if ($process.ProcessName -like $pattern) {
        $process
      }
    }
  }
}
