# Stands in for the module of the Recovery Services agent. PSM_MOCK_FAILS says how it fails: throw,
# error (one that does not end the cmdlet) or absent. PSM_MOCK_SETTINGS says what it knows: nested,
# flat, slash, none or strange. How it was called goes to the file PSM_MOCK_RECORD, never with a
# password.
function Stop-AsTold {
  if ($env:PSM_MOCK_FAILS -eq 'throw') {
    throw (New-Object -TypeName InvalidOperationException -ArgumentList 'The agent said no.')
  }
}

function Get-Fingerprint([string]$text) {
  $sha = [Security.Cryptography.SHA256]::Create()
  $hash = $sha.ComputeHash([Text.Encoding]::UTF8.GetBytes($text))
  [BitConverter]::ToString($hash).Replace('-', '').ToLowerInvariant()
}

if ($env:PSM_MOCK_FAILS -ne 'absent') {
  function Get-OBMachineSetting {
    [CmdletBinding()]
    param()
    Stop-AsTold
    if ($env:PSM_MOCK_FAILS -eq 'error') {
      Write-Error -Message 'The agent could not read its settings.'
      return
    }
    $proxy = New-Object -TypeName PSObject -Property @{
      ProxyServer = 'http://proxy.contoso.test'
      ProxyPort = 8080
      ProxyUsername = 'CONTOSO\svc'
      ProxyPassword = 'Practice-Proxy-01'
      BypassUrls = @('*.contoso.test', '10.*')
    }
    if ($env:PSM_MOCK_SETTINGS -eq 'slash') {
      $proxy.ProxyServer = 'http://proxy.contoso.test/'
    }
    if ($env:PSM_MOCK_SETTINGS -eq 'flat') {
      return $proxy
    }
    if ($env:PSM_MOCK_SETTINGS -eq 'none') {
      $proxy = $null
    }
    if ($env:PSM_MOCK_SETTINGS -eq 'strange') {
      $proxy = New-Object -TypeName PSObject -Property @{ Gateway = 'http://proxy.contoso.test' }
    }
    New-Object -TypeName PSObject -Property @{
      ProxySetting = $proxy
      EncryptionPassphrase = 'Practice-Passphrase-01'
    }
  }

  # It asks before it changes something, as the real one may: without -Confirm:$false that fails.
  function Set-OBMachineSetting {
    [CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High')]
    param(
      [string]$ProxyServer,
      [int]$ProxyPort,
      [string]$ProxyUsername,
      [Security.SecureString]$ProxyPassword,
      [string]$BypassUrls,
      [switch]$NoProxy
    )
    Stop-AsTold
    if ($env:PSM_MOCK_FAILS -eq 'error') {
      Write-Error -Message 'The agent could not keep its settings.'
      return
    }
    if (-not $PSCmdlet.ShouldProcess('proxy')) {
      return
    }
    $record = @{
      server = $ProxyServer
      port = $ProxyPort
      user = $ProxyUsername
      hasPassword = $PSBoundParameters.ContainsKey('ProxyPassword')
      passwordLength = 0
      passwordSha256 = ''
    }
    if ($record.hasPassword) {
      $known = New-Object -TypeName Net.NetworkCredential -ArgumentList '', $ProxyPassword
      $record.passwordLength = $known.Password.Length
      $record.passwordSha256 = Get-Fingerprint $known.Password
    }
    if ($BypassUrls -ne '') {
      $record.bypass = $BypassUrls
    }
    if ($NoProxy) {
      $record = @{ noProxy = $true; others = $PSBoundParameters.Count -gt 2 }
    }
    $json = ConvertTo-Json -InputObject $record -Compress
    [IO.File]::WriteAllText($env:PSM_MOCK_RECORD, $json)
    Write-Output -InputObject 'The settings were kept.'
  }
}
