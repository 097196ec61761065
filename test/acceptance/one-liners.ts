import { z } from 'zod';

/** A command of Windows PowerShell 5.1 that is the second source of a fact, and what it prints. */
export interface OneLiner<T> {
  command: string;
  schema: z.ZodType<T>;
}

const oneLiner = <T>(schema: z.ZodType<T>, ...parts: readonly string[]): OneLiner<T> => ({
  command: parts.join(' '),
  schema,
});

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Drives by .NET, which asks the file system and not WMI. */
export const drives = oneLiner(
  z.array(
    z.object({
      name: z.string(),
      type: z.string(),
      ready: z.boolean(),
      format: z.string().nullable(),
      size: z.number().nullable(),
      free: z.number().nullable(),
    }),
  ),
  '$all = @([IO.DriveInfo]::GetDrives() | ForEach-Object { $d = $_;',
  '$row = @{ name = $d.Name; type = [string]$d.DriveType; ready = $d.IsReady;',
  'format = $null; size = $null; free = $null };',
  'if ($d.IsReady) { $row.format = $d.DriveFormat; $row.size = $d.TotalSize;',
  '$row.free = $d.TotalFreeSpace }; $row });',
  'ConvertTo-Json -InputObject $all -Compress',
);

/** Services by WMI. */
export const services = oneLiner(
  z.array(
    z.object({
      name: z.string(),
      state: z.string(),
      mode: z.string(),
      delayed: z.boolean().nullable(),
      pid: z.number(),
    }),
  ),
  '$all = @(Get-CimInstance -ClassName Win32_Service | ForEach-Object { @{ name = $_.Name;',
  'state = [string]$_.State; mode = [string]$_.StartMode; delayed = $_.DelayedAutoStart;',
  'pid = [int]$_.ProcessId } }); ConvertTo-Json -InputObject $all -Compress',
);

/** Names and versions below the uninstall keys of both views, each value read by itself. */
export const programs = oneLiner(
  z.array(z.object({ view: z.enum(['32', '64']), name: z.string(), version: z.string() })),
  "$all = @(foreach ($view in '64', '32') {",
  "$base = [Microsoft.Win32.RegistryKey]::OpenBaseKey('LocalMachine', 'Registry' + $view);",
  "$list = $base.OpenSubKey('SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall');",
  'foreach ($id in $list.GetSubKeyNames()) { $key = $list.OpenSubKey($id);',
  "$name = [string]$key.GetValue('DisplayName', '', 'DoNotExpandEnvironmentNames');",
  "if ($name -ne '') { @{ view = $view; name = $name;",
  "version = [string]$key.GetValue('DisplayVersion', '', 'DoNotExpandEnvironmentNames') } } } });",
  'ConvertTo-Json -InputObject $all -Compress',
);

/** Roles and features that are installed, by Server Manager. */
export const roles = oneLiner(
  z.array(z.string()),
  '$all = @(Get-WindowsFeature | Where-Object { $_.Installed } | ForEach-Object { $_.Name });',
  'ConvertTo-Json -InputObject $all -Compress',
);

/** Whether .NET itself refuses what FIPS does not allow. */
export const fips = oneLiner(
  z.boolean(),
  'ConvertTo-Json -InputObject ([Security.Cryptography.CryptoConfig]::AllowOnlyFipsAlgorithms)',
);

/** The values of one key by .NET: numbers unsigned, lists joined by line feeds, bytes as hex. */
export const registryValues = (key: string, view: '32' | '64') =>
  oneLiner(
    z.array(z.object({ name: z.string(), kind: z.string(), text: z.string() })),
    `$base = [Microsoft.Win32.RegistryKey]::OpenBaseKey('LocalMachine', 'Registry${view}');`,
    `$key = $base.OpenSubKey(${literal(key)});`,
    '$all = @(foreach ($name in $key.GetValueNames()) { $kind = [string]$key.GetValueKind($name);',
    "$value = $key.GetValue($name, $null, 'DoNotExpandEnvironmentNames');",
    '$text = [string]$value;',
    "if ($kind -eq 'DWord') { $text = [string][BitConverter]::ToUInt32([BitConverter]::GetBytes($value), 0) };",
    "if ($kind -eq 'QWord') { $text = [string][BitConverter]::ToUInt64([BitConverter]::GetBytes($value), 0) };",
    "if ($kind -eq 'MultiString') { $text = $value -join [string][char]10 };",
    "if ($value -is [byte[]]) { $text = [BitConverter]::ToString($value) -replace '-' };",
    '@{ name = $name; kind = $kind; text = $text } });',
    'ConvertTo-Json -InputObject $all -Compress',
  );

/** Who owns a folder, by WMI. */
export const folderOwner = (path: string) =>
  oneLiner(
    z.string(),
    `$filter = 'Path=''{0}''' -f ${literal(path)}.Replace('\\', '\\\\');`,
    '$setting = Get-CimInstance -ClassName Win32_LogicalFileSecuritySetting -Filter $filter;',
    '$answer = Invoke-CimMethod -InputObject $setting -MethodName GetSecurityDescriptor;',
    'ConvertTo-Json -InputObject ([string]$answer.Descriptor.Owner.SIDString)',
  );

/** The subject of the certificate that signed a file, without a look at whether that holds. */
export const signerOf = (path: string) =>
  oneLiner(
    z.string(),
    `$x = [Security.Cryptography.X509Certificates.X509Certificate]::CreateFromSignedFile(${literal(path)});`,
    'ConvertTo-Json -InputObject $x.Subject',
  );

/** What a task of the scheduler is, by its own module; false when there is none of this name. */
export const hasTask = (name: string) =>
  oneLiner(
    z.boolean(),
    `$found = @(Get-ScheduledTask -TaskName ${literal(name)} -ErrorAction SilentlyContinue);`,
    'ConvertTo-Json -InputObject ($found.Count -gt 0)',
  );

/** Whether a service runs; false as well when there is none of this name. */
export const serviceRuns = (name: string) =>
  oneLiner(
    z.boolean(),
    `$found = @(Get-Service -Name ${literal(name)} -ErrorAction SilentlyContinue);`,
    "$running = @($found | Where-Object { $_.Status -eq 'Running' });",
    'ConvertTo-Json -InputObject ($running.Count -gt 0)',
  );

/** Whether PowerShell answers at all. */
export const canary = oneLiner(z.literal(2), 'ConvertTo-Json -InputObject (1 + 1)');
