# Microsoft Defender as the JSON file PSM_MOCK_DEFENDER tells: how it is (running, off or absent),
# status, preference, keys (values by path), and which paths it refuses (by an error that does not
# end the cmdlet), breaks at (by one that does) or ignores without a word.
# A module of its own, as the real cmdlets are: it does not know what the caller wants of errors.
$null = New-Module -Name 'MockedDefender' -ScriptBlock {
  $script:told = ConvertFrom-Json -InputObject ([IO.File]::ReadAllText($env:PSM_MOCK_DEFENDER))

  function Stop-WhenAbsent([string]$name) {
    if ($script:told.how -eq 'absent') {
      $type = 'Management.Automation.CommandNotFoundException'
      throw (New-Object -TypeName $type -ArgumentList "The term '$name' is not recognized.")
    }
  }

  function Get-MpComputerStatus {
    [CmdletBinding()]
    param()
    Stop-WhenAbsent 'Get-MpComputerStatus'
    if ($script:told.how -eq 'off') {
      $words = 'Operation failed with the following error: 0x800106ba.'
      Write-Error -Message $words -ErrorId 'HRESULT 0x800106ba'
      return
    }
    if ($script:told.how -eq 'broken') {
      Write-Error -Message 'Provider load failure' -ErrorId 'HRESULT 0x80041013'
      return
    }
    $script:told.status
  }

  function Get-MpPreference {
    [CmdletBinding()]
    param()
    Stop-WhenAbsent 'Get-MpPreference'
    if ($script:told.how -eq 'off') {
      $words = 'Operation failed with the following error: 0x800106ba.'
      Write-Error -Message $words -ErrorId 'HRESULT 0x800106ba'
      return
    }
    $script:told.preference
  }

  function Add-MpPreference {
    [CmdletBinding()]
    param([string[]]$ExclusionPath)
    Stop-WhenAbsent 'Add-MpPreference'
    foreach ($path in $ExclusionPath) {
      if (@($script:told.breaks) -contains $path) {
        throw 'The remote procedure call failed.'
      }
      if (@($script:told.refuses) -contains $path) {
        Write-Error -Message 'You do not have enough permissions to do this.'
        continue
      }
      if (@($script:told.ignores) -notcontains $path) {
        $script:told.preference.ExclusionPath = @($script:told.preference.ExclusionPath) + $path
      }
    }
  }

  function Remove-MpPreference {
    [CmdletBinding()]
    param([string[]]$ExclusionPath)
    Stop-WhenAbsent 'Remove-MpPreference'
    foreach ($path in $ExclusionPath) {
      if (@($script:told.refuses) -contains $path) {
        Write-Error -Message 'You do not have enough permissions to do this.'
        continue
      }
      if (@($script:told.ignores) -notcontains $path) {
        $left = @($script:told.preference.ExclusionPath | Where-Object { $_ -ne $path })
        $script:told.preference.ExclusionPath = $left
      }
    }
  }

  function Get-ItemProperty {
    [CmdletBinding()]
    param([string[]]$LiteralPath)
    foreach ($path in $LiteralPath) {
      $key = $script:told.keys.PSObject.Properties[$path]
      if ($null -eq $key) {
        Write-Error -Message "Cannot find path '$path' because it does not exist."
      } else {
        $key.Value
      }
    }
  }

  Export-ModuleMember -Function '*-Mp*', 'Get-ItemProperty'
}
