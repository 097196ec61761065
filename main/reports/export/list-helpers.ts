/** Functions of the exported script that talk to a program which asks for a row of its list. */
export const listHelpers = String.raw`
# The rows of a list with the columns S. No, IP/Name and Heartbeat.
function Get-ListedRow([string]$Text) {
  $rows = New-Object -TypeName Collections.ArrayList
  $head = [Text.RegularExpressions.Regex]::Match($Text, '(?im)^.*\bS\.?\s*No\b.*\bHeartbeat\b.*$')
  if ($head.Success) {
    foreach ($line in ($Text.Substring($head.Index + $head.Length) -split '\r?\n')) {
      $plain = ($line -replace '[|+]', '  ').Trim()
      $numbered = [Text.RegularExpressions.Regex]::Match($plain, '^(\d{1,6})[.)]?\s+(\S.*)$')
      if (-not $numbered.Success) { continue }
      $rest = $numbered.Groups[2].Value
      $time = [Text.RegularExpressions.Regex]::Match($rest, '\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2})?')
      if (-not $time.Success) { $time = [Text.RegularExpressions.Regex]::Match($rest, '\S+$') }
      $row = @{ Number = $numbered.Groups[1].Value }
      $row['server'] = $rest.Substring(0, $time.Index).Trim()
      $row['heartbeat'] = $rest.Substring($time.Index).Trim()
      $null = $rows.Add($row)
    }
  }
  return , $rows
}

# The rows that say all of what is wanted.
function Select-Row([Collections.ArrayList]$Rows, [hashtable]$Wanted) {
  $like = New-Object -TypeName Collections.ArrayList
  foreach ($row in $Rows) {
    $isLike = $true
    foreach ($name in @($Wanted.get_Keys())) {
      $isLike = $isLike -and [string]$row[$name] -ceq [string]$Wanted[$name]
    }
    if ($isLike) { $null = $like.Add($row) }
  }
  return , $like
}

# Answers the question with the one row that is wanted; otherwise ends the program at its question.
function Invoke-Dialogue([string]$File, [string[]]$Arguments, [string]$Folder, [int]$Seconds, [hashtable]$Wanted, [bool]$Choose) {
  $info = New-StartInfo -File $File -Arguments $Arguments -Folder $Folder
  $ended = @{ Name = [IO.Path]::GetFileName($File); Said = ''; Asked = $false; Like = 0; Code = 0 }
  $limit = [DateTime]::UtcNow.AddSeconds($Seconds)
  $buffer = New-Object -TypeName 'char[]' -ArgumentList 4096
  $process = [Diagnostics.Process]::Start($info)
  try {
    $errors = $process.StandardError.ReadToEndAsync()
    $next = $process.StandardOutput.ReadAsync($buffer, 0, $buffer.Length)
    while ($true) {
      if (-not $next.IsCompleted) {
        if ([DateTime]::UtcNow -ge $limit) {
          throw ($words['toolTimedOut'] -f $ended['Name'])
        }
        [Threading.Thread]::Sleep(100)
        continue
      }
      if ($next.Result -eq 0) { break }
      $ended['Said'] += $buffer[0..($next.Result - 1)] -join ''
      $asks = [Text.RegularExpressions.Regex]::IsMatch($ended['Said'], '(?i)choose one of the above servers[^\r\n]*\s*$')
      if ($asks -and -not $ended['Asked']) {
        $ended['Asked'] = $true
        $like = Select-Row -Rows (Get-ListedRow -Text $ended['Said']) -Wanted $Wanted
        $ended['Like'] = $like.Count
        if (-not $Choose -or $like.Count -ne 1) { return $ended }
        $process.StandardInput.Write($like[0]['Number'] + [string][char]10)
        $process.StandardInput.Close()
      }
      $next = $process.StandardOutput.ReadAsync($buffer, 0, $buffer.Length)
    }
    $null = $process.WaitForExit(5000)
    $ended['Said'] += $errors.Result
    $ended['Code'] = $process.ExitCode
    return $ended
  } finally {
    # While it waits for an answer it is ended before its input is closed.
    if (-not $process.HasExited) { $process.Kill() }
    $process.Dispose()
  }
}

function Set-ChosenRow([string]$File, [string[]]$Arguments, [string]$Folder, [int]$Seconds, [hashtable]$Wanted) {
  $ended = Invoke-Dialogue -File $File -Arguments $Arguments -Folder $Folder -Seconds $Seconds -Wanted $Wanted -Choose $true
  Write-Host $ended['Said']
  if (-not $ended['Asked']) { throw ($words['notAsked'] -f $ended['Name']) }
  if ($ended['Like'] -ne 1) { throw ($words['notOneRow'] -f $ended['Like']) }
  if ($ended['Code'] -ne 0 -or $ended['Said'] -cnotmatch 'Successfully unregistered\s') {
    throw ($words['toolFailed'] -f $ended['Name'], $ended['Code'])
  }
}

function Test-RowAbsent([string]$File, [string[]]$Arguments, [string]$Folder, [int]$Seconds, [hashtable]$Wanted) {
  $ended = Invoke-Dialogue -File $File -Arguments $Arguments -Folder $Folder -Seconds $Seconds -Wanted $Wanted -Choose $false
  $rows = Get-ListedRow -Text $ended['Said']
  $saysNone = $ended['Code'] -eq 0 -and $ended['Said'] -match '\bno\b.*\bserver|not found|does not exist'
  if ($rows.Count -eq 0 -and ($ended['Asked'] -or -not $saysNone)) {
    throw ($words['couldNotTell'] -f $ended['Said'])
  }
  $found = $words['rowNotListed']
  if ($ended['Like'] -gt 0) { $found = $words['listed'] -f $ended['Like'] }
  return Get-Seen -Passed ($ended['Like'] -eq 0) -Found $found -Needed $words['rowNotListed']
}
`;
