/** Functions of the exported script that start programs and the shipped scripts. */
export const processHelpers = String.raw`
# An argument as Windows reads it: quotes and the backslashes before them are escaped.
function ConvertTo-Argument([string]$Text) {
  if ($Text -ne '' -and -not [Text.RegularExpressions.Regex]::IsMatch($Text, '[\s"]')) { return $Text }
  $escaped = [Text.RegularExpressions.Regex]::Replace($Text, '(\\*)"', '$1$1\"')
  $escaped = [Text.RegularExpressions.Regex]::Replace($escaped, '(\\+)\z', '$1$1')
  return '"' + $escaped + '"'
}

# The folders of Windows are all of the search path, and nothing unusual is inherited.
function Set-ToolEnvironment([Diagnostics.ProcessStartInfo]$Info) {
  $kept = 'SystemRoot', 'SystemDrive', 'windir', 'ComSpec', 'TEMP', 'TMP', 'ProgramData',
    'ProgramFiles', 'ProgramFiles(x86)', 'ProgramW6432', 'CommonProgramFiles',
    'CommonProgramFiles(x86)', 'CommonProgramW6432', 'USERPROFILE', 'USERNAME', 'USERDOMAIN',
    'COMPUTERNAME', 'APPDATA', 'LOCALAPPDATA', 'PUBLIC', 'ALLUSERSPROFILE',
    'NUMBER_OF_PROCESSORS', 'PROCESSOR_ARCHITECTURE', 'OS', 'PATHEXT'
  $variables = $Info.EnvironmentVariables
  foreach ($name in @($variables.get_Keys())) {
    if ($kept -notcontains $name) { $variables.Remove($name) }
  }
  $windows = [IO.Path]::GetDirectoryName($system32)
  $folders = @($system32, $windows, ($system32 + '\Wbem'), ($system32 + '\WindowsPowerShell\v1.0'))
  $variables['PATH'] = $folders -join ';'
}

# How a program is started: without a shell, in an environment of its own, all its ends in hand.
function New-StartInfo([string]$File, [string[]]$Arguments, [string]$Folder) {
  $info = New-Object -TypeName Diagnostics.ProcessStartInfo
  $info.FileName = $File
  $info.Arguments = @($Arguments | ForEach-Object { ConvertTo-Argument -Text $_ }) -join ' '
  $info.WorkingDirectory = $Folder
  $info.UseShellExecute = $false
  $info.CreateNoWindow = $true
  $info.RedirectStandardInput = $true
  $info.RedirectStandardOutput = $true
  $info.RedirectStandardError = $true
  Set-ToolEnvironment -Info $info
  return $info
}

# The code page of consoles belongs to Windows, not to the formats of whoever is signed in.
function Get-ConsoleEncoding {
  $key = 'HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Nls\CodePage'
  $page = [string][Microsoft.Win32.Registry]::GetValue($key, 'OEMCP', '437')
  try { return [Text.Encoding]::GetEncoding([int]$page) } catch {
    return [Text.Encoding]::GetEncoding(437)
  }
}

# Runs a program to its end. Line goes to its standard input; OnLine sees what it prints.
function Invoke-Tool([string]$File, [string[]]$Arguments, [string]$Folder, [int]$Seconds, [byte[]]$Line, [Text.Encoding]$Encoding, [string]$Log, [bool]$KeepRunning, [scriptblock]$OnLine) {
  $info = New-StartInfo -File $File -Arguments $Arguments -Folder $Folder
  if ($null -eq $Encoding) {
    $Encoding = Get-ConsoleEncoding
  }
  $info.StandardOutputEncoding = $Encoding
  $info.StandardErrorEncoding = $Encoding
  $output = New-Object -TypeName Collections.ArrayList
  $errors = New-Object -TypeName Collections.ArrayList
  $limit = [DateTime]::UtcNow.AddSeconds($Seconds)
  $nextLook = [DateTime]::UtcNow
  $lastOfLog = ''
  $letGo = $null
  $process = [Diagnostics.Process]::Start($info)
  try {
    if ($KeepRunning) { Set-Interruptible -Yes $false }
    if ($null -ne $Line) {
      $stream = $process.StandardInput.BaseStream
      $stream.Write($Line, 0, $Line.Length)
      $stream.WriteByte(10)
      $stream.Flush()
    }
    $process.StandardInput.Close()
    $nextOut = $process.StandardOutput.ReadLineAsync()
    $nextError = $process.StandardError.ReadLineAsync()
    while ($null -ne $nextOut -or $null -ne $nextError -or -not $process.HasExited) {
      $isIdle = $true
      if ($null -ne $nextOut -and $nextOut.IsCompleted) {
        $isIdle = $false
        $text = $nextOut.Result
        $nextOut = $null
        if ($null -ne $text) {
          $null = $output.Add($text)
          if ($null -ne $OnLine) { $null = & $OnLine $text }
          $nextOut = $process.StandardOutput.ReadLineAsync()
        }
      }
      if ($null -ne $nextError -and $nextError.IsCompleted) {
        $isIdle = $false
        $text = $nextError.Result
        $nextError = $null
        if ($null -ne $text) {
          $null = $errors.Add($text)
          if ($null -ne $OnLine) { $null = & $OnLine $text }
          $nextError = $process.StandardError.ReadLineAsync()
        }
      }
      if (-not $isIdle) { continue }
      if ($process.HasExited) {
        # A child that goes on may hold the output open.
        if ($null -eq $letGo) { $letGo = [DateTime]::UtcNow.AddSeconds(5) }
        if ([DateTime]::UtcNow -ge $letGo) { break }
      } elseif ([DateTime]::UtcNow -ge $limit) {
        $process.Kill()
        throw ($words['toolTimedOut'] -f [IO.Path]::GetFileName($File))
      }
      if ($Log -ne '' -and [DateTime]::UtcNow -ge $nextLook) {
        $nextLook = [DateTime]::UtcNow.AddSeconds(5)
        $newest = Get-LastLine -Path $Log
        if ($newest -ne $lastOfLog) { Write-Host ('  ' + $newest) }
        $lastOfLog = $newest
      }
      [Threading.Thread]::Sleep(200)
    }
    $code = [long]$process.ExitCode
    if ($code -lt 0) { $code += 4294967296 }
    return @{ Name = [IO.Path]::GetFileName($File); Code = $code; Output = $output; Errors = $errors }
  } finally {
    if ($KeepRunning) { Set-Interruptible -Yes $true }
    if (-not $process.HasExited) {
      if ($KeepRunning) {
        Write-Host ($words['toolRunning'] -f [IO.Path]::GetFileName($File))
      } else {
        $process.Kill()
      }
    }
    $process.Dispose()
  }
}

# Whether Ctrl+C ends the script: not while a tool works that must not lose its files.
function Set-Interruptible([bool]$Yes) {
  try {
    [Console]::TreatControlCAsInput = -not $Yes
  } catch {
    # Without a console there is nobody to press it.
    $null = $_
  }
}

function Get-LastLine([string]$Path) {
  try {
    $text = [string](Read-Text -Path $Path)
    return [string]($text.TrimEnd() -split '\r?\n' | Select-Object -Last 1)
  } catch {
    # The log is being moved away or is locked for a moment.
    return ''
  }
}

function Get-Printed([hashtable]$Ran) {
  return (@($Ran['Output'].ToArray()) + @($Ran['Errors'].ToArray())) -join [Environment]::NewLine
}

# A field of an answer as text; empty when it is not there.
function Get-FieldText([object]$From, [string]$Name) {
  $field = $From.PSObject.Properties[$Name]
  if ($null -eq $field -or $null -eq $field.Value) { return '' }
  if ($field.Value -is [bool]) { return ([string]$field.Value).ToLowerInvariant() }
  return [string]$field.Value
}

# A folder only SYSTEM and Administrators get into; made together with its access list.
function New-ScriptFolder([string]$Path) {
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
  $null = [IO.Directory]::CreateDirectory($Path, $security)
}

# One line of JSON in, one line of JSON out. The answer's value, or an error in words.
function Invoke-Script([string]$Name, [hashtable]$Fields, [int]$Seconds, [scriptblock]$OnLine) {
  if (-not [IO.Directory]::Exists($scriptFolder)) {
    New-ScriptFolder -Path $scriptFolder
    Add-Temporary -Path $scriptFolder -Original ''
  }
  $file = [IO.Path]::Combine($scriptFolder, $Name + '.ps1')
  if (-not [IO.File]::Exists($file)) {
    Add-Temporary -Path $file -Original ''
    [IO.File]::WriteAllText($file, $scripts[$Name], [Text.Encoding]::ASCII)
  }
  $command = '& ([ScriptBlock]::Create([IO.File]::ReadAllText(''{0}'')))' -f ($file -replace '[''\u2018-\u201b]', '$0$0')
  $arguments = '-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-Command',
    $command
  $utf8 = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false
  $line = Get-Json -Fields $Fields
  try {
    $ran = Invoke-Tool -File $powershell -Arguments $arguments -Folder $system32 -Seconds $Seconds -Line $line -Encoding $utf8 -OnLine $OnLine
  } finally { [Array]::Clear($line, 0, $line.Length) }
  for ($i = $ran['Output'].Count - 1; $i -ge 0; $i -= 1) {
    $text = [string]$ran['Output'][$i]
    if (-not $text.StartsWith('{')) { continue }
    try { $answer = ConvertFrom-Json -InputObject $text } catch { continue }
    if ((Get-FieldText -From $answer -Name 'kind') -cne 'result') { continue }
    if ((Get-FieldText -From $answer -Name 'ok') -ceq 'true') { return $answer.value }
    $why = $words['scriptFailed'] -f $Name, $answer.error.message
    $failure = New-Object -TypeName InvalidOperationException -ArgumentList $why
    $failure.Data['type'] = Get-FieldText -From $answer.error -Name 'type'
    $failure.Data['said'] = Get-FieldText -From $answer.error -Name 'message'
    throw $failure
  }
  $why = $ran['Errors'].ToArray() -join ' '
  throw ($words['scriptSilent'] -f $Name, $why)
}
`;
