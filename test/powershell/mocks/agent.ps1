# A server whose registry says that the Recovery Services agent is in the folder PSM_MOCK_AGENT; no
# such agent when that is not set.
function global:Get-ItemProperty {
  [CmdletBinding()]
  param([string[]]$LiteralPath)
  if ($LiteralPath[0] -ne 'HKLM:\SOFTWARE\Microsoft\Windows Azure Backup\Setup') {
    throw "Not the key of the agent: $LiteralPath"
  }
  if (-not $env:PSM_MOCK_AGENT) {
    $type = 'Management.Automation.ItemNotFoundException'
    throw (New-Object -TypeName $type -ArgumentList "Cannot find path '$LiteralPath'.")
  }
  New-Object -TypeName PSObject -Property @{ InstallPath = $env:PSM_MOCK_AGENT }
}

# The scripts join the path of the module with backslashes, as it lies on Windows.
if ([IO.Path]::DirectorySeparatorChar -eq '/') {
  function global:Import-Module {
    [CmdletBinding()]
    param([string]$Name, [switch]$DisableNameChecking)
    $path = $Name.Replace('\', '/')
    Microsoft.PowerShell.Core\Import-Module -Name $path -Global -DisableNameChecking
  }
}
