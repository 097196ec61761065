import { text } from '../../../contract/text/set-up-installer-codes';
import { type ExitCodeTable, forEach } from './exit-code-table';
import { innoSetupCodes } from './inno-setup';

const words = text.processServer;

/** Codes of components that only a configuration server has. */
const CONFIGURATION_SERVER = [
  17, 18, 20, 21, 22, 25, 26, 27, 28, 30, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61,
  62, 63,
];

/** Exit codes of UCX_SERVER_SETUP.EXE. Source: vendor source, ucx_server_setup.iss. */
export const processServerInstaller: ExitCodeTable = {
  program: 'UCX_SERVER_SETUP.EXE',
  codes: {
    ...innoSetupCodes,
    ...forEach(CONFIGURATION_SERVER, words.configurationServerOnly),
    0: words.done,
    11: words.registry,
    12: words.rollback,
    13: words.permissions,
    14: words.configuration,
    15: words.junction,
    16: words.appSettings,
    19: words.servicesStop,
    32: words.mySql,
    33: words.dataAddress,
    34: words.port,
    35: words.csAddress,
    36: words.mySqlFile,
    38: words.dependenciesOld,
    39: words.upgradeNotAsked,
    40: words.dependenciesMissing,
    41: words.database,
    42: words.database,
    43: words.pushInstall,
    44: words.fileInUse,
    45: words.visualC2013,
    46: words.visualC2015,
    64: words.sameOrHigher,
    65: words.pushDependency,
    66: words.pushStop,
    67: words.pushStart,
    68: words.azureAddress,
  },
  good: [0],
  milestones: ['processServer'],
  log: 'CX_InstallLogFile.log',
  reasons: [],
};
