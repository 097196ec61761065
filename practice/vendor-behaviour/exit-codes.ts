/** Exit codes of UnifiedSetup and the names its log gives them (vendor source, SF/SetupHelper.cs). */
export const setupExitCodes = {
  Successful: 0,
  Failed: 1,
  InvalidCommandLine: 2,
  PrerequisiteChecksFailed: 4,
  DRAInstallationFailed: 101,
  ServicesAreNotRunning: 102,
  VaultRegistrationFailed: 103,
  MARSAgentInstallationFailed: 111,
  ContainerRegistrationFailed: 112,
  MTContainerRegistrationFailed: 113,
  MARSAgentProxyIsNotSet: 115,
  ConfigManagerInstallationFailed: 116,
  ProductIsAlreadyInstalled: 201,
  UpgradeNotSupported: 203,
  SuccessfulNeedReboot: 3010,
} as const;

const names = new Map<number, string>(
  Object.entries(setupExitCodes).map(([name, code]) => [code, name]),
);

/** The name of an exit code; the number itself when there is no name, as .NET prints an enum. */
export function setupExitCodeName(code: number): string {
  return names.get(code) ?? String(code);
}
