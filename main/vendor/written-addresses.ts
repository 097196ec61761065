import { joinServerPath, type ServerPath } from '../../contract/server-path';
import { AMETHYST_FILE, CXPS_FILE } from './configuration-files';
import { AGENT_FOLDER } from './registration';

/**
 * The process server tells the configuration server its address itself, when its services start:
 * `PS_IP`, as long as a card of that description has it; else the first address of that card, or of
 * any card where none has that description. Source: vendor source, ProcessServerCore
 * (GetPSIPAddressForRegistration) and pm/Utilities.pm (getIpAddress).
 */
export const OWN_ADDRESS = 'PS_IP';
export const OWN_CARD = 'BPM_NTW_DEVICE';

/** Settings that hold the address of the configuration server, in lower case. */
export const CONFIGURATION_SERVER_SETTINGS: readonly string[] = [
  'ps_cs_ip',
  'cs_ip',
  'db_host',
  'cs_ip_address',
  'hostname',
];

const homeOf = (installFolder: ServerPath) => joinServerPath(installFolder, 'home\\svsystems');

/** The file with the address and the card of this server. */
export const amethystPath = (installFolder: ServerPath): ServerPath =>
  joinServerPath(homeOf(installFolder), AMETHYST_FILE);

/** The configuration files of the product that hold addresses. */
export const writtenFiles = (installFolder: ServerPath): ServerPath[] => [
  amethystPath(installFolder),
  joinServerPath(homeOf(installFolder), CXPS_FILE),
  joinServerPath(homeOf(installFolder), 'pushinstallsvc\\pushinstaller.conf'),
  joinServerPath(installFolder, AGENT_FOLDER, 'Application Data\\etc\\drscout.conf'),
];

/** Where Windows keeps names of addresses. */
export const hostsFile = (system32: ServerPath): ServerPath =>
  joinServerPath(system32, 'drivers\\etc\\hosts');

/** The .NET services cut a value at these, inside of quotes too. Source: vendor source, IniParser.cs. */
export const isCutByServices = (value: string): boolean => /[#;]/.test(value);
