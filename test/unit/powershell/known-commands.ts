/**
 * The commands the shipped scripts may call, with the parameters they may use. All exist in
 * Windows PowerShell 5.1, or in the agent's own module; a misspelt one shows here, not on a server.
 */
export const knownCommands: Readonly<Record<string, readonly string[]>> = {
  'Add-MpPreference': ['ExclusionPath', 'ErrorAction'],
  'Add-Type': ['AssemblyName'],
  'ConvertFrom-Json': [],
  'ConvertTo-Json': ['InputObject', 'Compress', 'Depth'],
  'ForEach-Object': [],
  'Get-AuthenticodeSignature': ['LiteralPath'],
  'Get-CimInstance': ['ClassName'],
  'Get-Item': ['LiteralPath'],
  'Get-ItemProperty': ['LiteralPath', 'ErrorAction'],
  'Get-MpComputerStatus': ['ErrorAction'],
  'Get-MpPreference': ['ErrorAction'],
  'Get-NetFirewallRule': [],
  'Get-OBMachineSetting': ['ErrorAction'],
  'Get-Process': ['Name', 'ErrorAction'],
  'Get-Service': [],
  'Import-Module': ['Name', 'DisableNameChecking'],
  'New-Object': ['TypeName', 'ArgumentList'],
  'Remove-MpPreference': ['ExclusionPath', 'ErrorAction'],
  'Restart-Service': ['Name'],
  'Remove-NetFirewallRule': ['Name'],
  'Select-Object': ['First'],
  'Set-OBMachineSetting': ['Confirm', 'ErrorAction'],
  'Set-StrictMode': ['Version'],
  'Sort-Object': ['Unique'],
  'Test-Path': ['LiteralPath'],
  'Where-Object': [],
};

/** Variables that Windows PowerShell sets by itself and the scripts may read, but never set. */
export const givenVariables: readonly string[] = ['_', 'null', 'true', 'false', 'pshome'];

/** Variables of Windows PowerShell that must not be taken for something else. */
export const reservedVariables: readonly string[] = [
  'args',
  'error',
  'event',
  'foreach',
  'home',
  'host',
  'input',
  'matches',
  'myinvocation',
  'pid',
  'profile',
  'psitem',
  'sender',
  'switch',
  'this',
];
