import { text } from '../../../contract/text/set-up-tool-codes';
import type { ExitCodeTable } from './exit-code-table';

const words = text.upload;

/**
 * Exit codes of cxcli.exe -i, which set-up runs at its end to send its logs.
 * Source: vendor source, cxcli/main.cpp.
 */
export const cxcli: ExitCodeTable = {
  program: 'cxcli.exe',
  codes: {
    0: words.done,
    1: words.failed,
    2: words.drive,
    3: words.argument,
    4: words.usage,
  },
  good: [0],
  milestones: ['ending'],
  log: 'ASRUnifiedSetup.log',
  reasons: [],
};

/** It sends the logs then; what it ends with has no bearing on the installation. */
export const cxpsclient: ExitCodeTable = { ...cxcli, program: 'cxpsclient.exe', codes: {} };
