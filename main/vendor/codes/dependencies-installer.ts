import { text } from '../../../contract/text/set-up-installer-codes';
import type { ExitCodeTable } from './exit-code-table';
import { innoSetupCodes } from './inno-setup';

const { stop, registry, ...words } = text.dependencies;

/**
 * Exit codes of CX_THIRDPARTY_SETUP.EXE. The ones from 13 on come after it took itself back.
 * Source: vendor source, cx_thirdparty_setup.iss.
 */
export const dependenciesInstaller: ExitCodeTable = {
  program: 'CX_THIRDPARTY_SETUP.EXE',
  codes: {
    ...innoSetupCodes,
    0: words.done,
    11: words.sameOrHigher,
    12: words.rollback,
    13: words.temp,
    14: words.phpSettingsKept,
    15: words.sessionFolder,
    16: words.uploadFolder,
    17: words.phpSettingsBack,
    18: words.phpFolder,
    20: stop('W3SVC'),
    21: stop('tmansvc'),
    22: stop('svagents'),
    23: stop('InMage Scout Application Service'),
    24: stop('InMage PushInstall'),
    25: stop('dra'),
    26: stop('cxprocessserver'),
    27: stop('MySQL'),
    30: registry('Build_Tag'),
    31: registry('Build_Phase'),
    32: registry('Build_Number'),
    33: registry('CX_TP_Version'),
    34: registry('Build_Version'),
    35: stop('ProcessServerMonitor'),
    36: stop('ProcessServer'),
  },
  good: [0],
  milestones: ['dependencies'],
  log: 'CX_TP_InstallLogFile.log',
  reasons: [],
};
