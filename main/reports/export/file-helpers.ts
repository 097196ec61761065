/** Functions of the exported script that read and write files. */
export const fileHelpers = String.raw`
function Test-Place([string]$Path) {
  return [IO.File]::Exists($Path) -or [IO.Directory]::Exists($Path)
}

# The text of a file that another program may be writing; $null when there is none.
function Read-Text([string]$Path) {
  if (-not [IO.File]::Exists($Path)) { return $null }
  $memory = New-Object -TypeName IO.MemoryStream
  $file = [IO.File]::Open($Path, 'Open', 'Read', 'ReadWrite, Delete')
  try { $file.CopyTo($memory) } finally { $file.Dispose() }
  $bytes = $memory.ToArray()
  if ($bytes.Length -ge 2 -and $bytes[0] -eq 0xFF -and $bytes[1] -eq 0xFE) {
    return [Text.Encoding]::Unicode.GetString($bytes, 2, $bytes.Length - 2)
  }
  if ($bytes.Length -ge 2 -and $bytes[0] -eq 0xFE -and $bytes[1] -eq 0xFF) {
    return [Text.Encoding]::BigEndianUnicode.GetString($bytes, 2, $bytes.Length - 2)
  }
  try {
    $strict = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false, $true
    return $strict.GetString($bytes).TrimStart([char]0xFEFF)
  } catch {
    return [Text.Encoding]::GetEncoding(1252).GetString($bytes)
  }
}

function Move-Over([string]$From, [string]$To) {
  if ([IO.File]::Exists($To)) { [IO.File]::Delete($To) }
  [IO.File]::Move($From, $To)
}

# Whole or not at all: what can not be put in its place is not left beside it either.
function Write-Bytes([string]$Path, [byte[]]$Bytes) {
  $new = $Path + '.psm-new'
  try {
    $file = [IO.File]::Open($new, 'Create', 'Write', 'None')
    try {
      $file.Write($Bytes, 0, $Bytes.Length)
      $file.Flush($true)
    } finally { $file.Dispose() }
    Move-Over -From $new -To $Path
  } finally {
    if ([IO.File]::Exists($new)) { [IO.File]::Delete($new) }
  }
}

# Content only: no mark of the web and no attribute comes along. A service may have it open.
function Copy-Bytes([string]$From, [string]$To) {
  $new = $To + '.psm-new'
  try {
    $source = [IO.File]::Open($From, 'Open', 'Read', 'ReadWrite, Delete')
    try {
      $file = [IO.File]::Open($new, 'Create', 'Write', 'None')
      try {
        $source.CopyTo($file)
        $file.Flush($true)
      } finally { $file.Dispose() }
    } finally { $source.Dispose() }
    Move-Over -From $new -To $To
  } finally {
    if ([IO.File]::Exists($new)) { [IO.File]::Delete($new) }
  }
}

function Get-Sha256([string]$Path) {
  $algorithm = New-Object -TypeName Security.Cryptography.SHA256CryptoServiceProvider
  $file = [IO.File]::Open($Path, 'Open', 'Read', 'ReadWrite, Delete')
  try { $hash = $algorithm.ComputeHash($file) } finally { $file.Dispose() }
  return [BitConverter]::ToString($hash).Replace('-', '').ToLowerInvariant()
}

# SHA-256 by path below the folder, in lower case.
function Get-FolderHashes([string]$Path) {
  $root = $Path.TrimEnd('\')
  $hashes = @{}
  foreach ($file in [IO.Directory]::GetFiles($root, '*', 'AllDirectories')) {
    $hashes[$file.Substring($root.Length + 1).ToLowerInvariant()] = Get-Sha256 -Path $file
  }
  return $hashes
}

# The signs of a secret. No command of PowerShell sees them, so that no log of Windows keeps them.
function Get-SecretCodes([Security.SecureString]$Secret) {
  $codes = New-Object -TypeName 'int[]' -ArgumentList $Secret.Length
  $place = [Runtime.InteropServices.Marshal]::SecureStringToGlobalAllocUnicode($Secret)
  try {
    for ($i = 0; $i -lt $codes.Length; $i += 1) {
      $code = [int][Runtime.InteropServices.Marshal]::ReadInt16($place, 2 * $i)
      $codes[$i] = $code -band 0xFFFF
    }
  } finally { [Runtime.InteropServices.Marshal]::ZeroFreeGlobalAllocUnicode($place) }
  return , $codes
}

# Whether a secret comes through a file of settings as it is.
function Test-PlainSecret([Security.SecureString]$Secret) {
  $codes = Get-SecretCodes -Secret $Secret
  $isPlain = $true
  foreach ($code in $codes) {
    $isPlain = $isPlain -and $code -ge 32 -and $code -le 126 -and $code -ne 34 -and $code -ne 61
  }
  $last = $codes[$codes.Length - 1]
  return $isPlain -and $codes[0] -ne 32 -and $last -ne 32 -and $last -ne 92
}

# Whether every part of set-up takes it for a passphrase.
function Test-Passphrase([Security.SecureString]$Secret) {
  $isGood = $Secret.Length -ge 16
  foreach ($code in (Get-SecretCodes -Secret $Secret)) {
    $isGood = $isGood -and $code -ge 33 -and $code -le 126 -and $code -ne 59 -and $code -ne 61
  }
  return $isGood
}

# Texts and secrets one after the other, without byte order mark.
function Join-Bytes([object[]]$Parts) {
  $all = New-Object -TypeName IO.MemoryStream
  $utf8 = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false
  foreach ($part in $Parts) {
    if ($part -is [Security.SecureString]) {
      $bytes = [byte[]](Get-SecretCodes -Secret $part)
    } else {
      $bytes = $utf8.GetBytes([string]$part)
    }
    $all.Write($bytes, 0, $bytes.Length)
  }
  return , $all.ToArray()
}

function Get-JsonText([string]$Text) {
  $json = New-Object -TypeName Text.StringBuilder
  foreach ($sign in $Text.ToCharArray()) {
    $code = [int]$sign
    if ($code -lt 32 -or $code -gt 126) {
      $null = $json.Append(('\u{0:x4}' -f $code))
    } elseif ($code -eq 34 -or $code -eq 92) {
      $null = $json.Append(('\' + $sign))
    } else {
      $null = $json.Append($sign)
    }
  }
  return '"' + $json.ToString() + '"'
}

function Add-Ascii([IO.Stream]$To, [string]$Text) {
  $bytes = [Text.Encoding]::ASCII.GetBytes($Text)
  $To.Write($bytes, 0, $bytes.Length)
}

# One line of JSON in pure ASCII: no code page can change it on the way.
function Get-Json([hashtable]$Fields) {
  $json = New-Object -TypeName IO.MemoryStream
  Add-Ascii -To $json -Text '{'
  $before = ''
  foreach ($name in @($Fields.get_Keys() | Sort-Object)) {
    Add-Ascii -To $json -Text ($before + (Get-JsonText -Text $name) + ':')
    $before = ','
    $value = $Fields[$name]
    if ($value -is [Security.SecureString]) {
      $json.WriteByte(34)
      foreach ($code in (Get-SecretCodes -Secret $value)) {
        if ($code -lt 32 -or $code -gt 126) {
          Add-Ascii -To $json -Text ('\u{0:x4}' -f $code)
        } else {
          if ($code -eq 34 -or $code -eq 92) { $json.WriteByte(92) }
          $json.WriteByte($code)
        }
      }
      $json.WriteByte(34)
    } elseif ($null -eq $value) {
      Add-Ascii -To $json -Text 'null'
    } elseif ($value -is [string]) {
      Add-Ascii -To $json -Text (Get-JsonText -Text $value)
    } else {
      Add-Ascii -To $json -Text ([string]$value)
    }
  }
  Add-Ascii -To $json -Text '}'
  return , $json.ToArray()
}
`;
