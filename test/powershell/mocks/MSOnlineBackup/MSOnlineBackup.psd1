@{
  RootModule = 'MSOnlineBackup.psm1'
  ModuleVersion = '2.0.0.1'
  GUID = 'c3d6d9c8-6f0e-4a57-9a2c-5b1f5f0a7d11'
  Author = 'Process Server Manager contributors'
  Description = 'Stands in for the module of the Recovery Services agent.'
  FunctionsToExport = @('Get-OBMachineSetting', 'Set-OBMachineSetting')
  CmdletsToExport = @()
  VariablesToExport = @()
  AliasesToExport = @()
}
