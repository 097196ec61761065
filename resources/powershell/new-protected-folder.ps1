# Makes a folder that only SYSTEM and Administrators can use. Input: {path}
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = $WarningPreference = 'SilentlyContinue'
$env:PSModulePath = [IO.Path]::Combine($PSHOME, 'Modules')
try {
  [Console]::OutputEncoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false
  $path = ([Console]::In.ReadLine() | ConvertFrom-Json).path
  $system = [Security.Principal.SecurityIdentifier]'S-1-5-18'
  $administrators = [Security.Principal.SecurityIdentifier]'S-1-5-32-544'
  $security = New-Object -TypeName Security.AccessControl.DirectorySecurity
  $security.SetOwner($administrators)
  $security.SetAccessRuleProtection($true, $false)
  foreach ($who in $system, $administrators) {
    $access = $who, 'FullControl', 'ContainerInherit, ObjectInherit', 'None', 'Allow'
    $type = 'Security.AccessControl.FileSystemAccessRule'
    $security.AddAccessRule((New-Object -TypeName $type -ArgumentList $access))
  }
  $created = -not [IO.Directory]::Exists($path)
  # Folder and access list come in one call, so there is no moment in which others could enter.
  $null = [IO.Directory]::CreateDirectory($path, $security)
  $sid = [Security.Principal.SecurityIdentifier]
  $owner = [IO.Directory]::GetAccessControl($path).GetOwner($sid).Value
  $answer = @{ kind = 'result'; ok = $true; value = @{ created = $created; owner = $owner } }
} catch {
  $problem = $_.Exception.GetBaseException()
  $why = @{ message = $problem.Message; type = $problem.GetType().FullName }
  $answer = @{ kind = 'result'; ok = $false; error = $why }
}
[Console]::Out.WriteLine((ConvertTo-Json -InputObject $answer -Compress -Depth 5))
