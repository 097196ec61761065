/**
 * Everything the set-up file unpacks. Set-up starts the programs among them by bare name from the
 * folder it lies in (vendor source, WrapperSetup/ActionProcessess.cs).
 */
export const packageFiles: readonly string[] = [
  'UNIFIEDSETUP.EXE',
  'UnifiedSetup.exe.config',
  'ASRResources.dll',
  'en\\ASRResources.resources.dll',
  'ASRSetupFramework.dll',
  'Microsoft.DisasterRecovery.IntegrityCheck.dll',
  'cxcli.exe',
  'cxpsclient.exe',
  'SetMarsProxy.exe',
  'csgetfingerprint.exe',
  'UNIFIEDAGENT.EXE',
  'UnifiedAgentInstaller.exe',
  'UnifiedAgentMSI.msi',
  'MARSAgentInstaller.exe',
  'CX_THIRDPARTY_SETUP.EXE',
  'cx_thirdparty_setup-1.bin',
  'UCX_SERVER_SETUP.EXE',
  'ucx_server_setup-1.bin',
  'AzureSiteRecoveryProvider.exe',
];
