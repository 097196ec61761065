# Who owns a folder and who can use it. Input: {path}
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = $WarningPreference = 'SilentlyContinue'
$env:PSModulePath = [IO.Path]::Combine($PSHOME, 'Modules')
try {
  [Console]::OutputEncoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false
  $path = ([Console]::In.ReadLine() | ConvertFrom-Json).path
  $value = @{ exists = [IO.Directory]::Exists($path); owner = ''; protected = $false; access = @() }
  if ($value.exists) {
    $sid = [Security.Principal.SecurityIdentifier]
    $security = [IO.Directory]::GetAccessControl($path)
    $value.owner = $security.GetOwner($sid).Value
    $value.protected = $security.AreAccessRulesProtected
    $value.access = @($security.GetAccessRules($true, $true, $sid) | ForEach-Object {
        @{ sid = $_.IdentityReference.Value; rights = [string]$_.FileSystemRights
          inherited = $_.IsInherited; kind = [string]$_.AccessControlType } })
  }
  $answer = @{ kind = 'result'; ok = $true; value = $value }
} catch {
  $problem = $_.Exception.GetBaseException()
  $why = @{ message = $problem.Message; type = $problem.GetType().FullName }
  $answer = @{ kind = 'result'; ok = $false; error = $why }
}
[Console]::Out.WriteLine((ConvertTo-Json -InputObject $answer -Compress -Depth 5))
