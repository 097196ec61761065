import { type Comparison, fact, single } from '../comparison';
import { told } from '../fact';
import { activityComparisons } from './activity';
import { certificateComparisons } from './certificates';
import { clockComparisons } from './clock';
import { defenderComparisons } from './defender';
import { driveAndAddressComparisons } from './drives-and-addresses';
import { fileComparisons } from './files';
import { loadComparisons } from './load';
import { networkComparisons } from './network';
import { registryComparisons } from './registry';
import { serviceComparisons } from './services';
import { settingComparisons } from './settings';
import { signatureComparisons } from './signatures';
import { softwareComparisons } from './software';
import { windowsComparisons } from './windows';

const OWN = 'only this program writes and reads it';
const NOT_ASKED = 'it changes the server or goes to the internet, so it is not run here';

const alone: Comparison[] = [
  single('Without a second source', 'Set-up files that are kept', OWN, (bench) =>
    fact(bench, ({ packages }) => `${packages.length}`),
  ),
  single('Without a second source', 'Prepared set-up file', OWN, (bench) =>
    fact(bench, ({ prepared }) => (prepared === null ? 'none' : prepared.version)),
  ),
  single(
    'Without a second source',
    'Addresses and ports of the process server',
    'its own files hold them, which only the vendor’s programs read besides',
    (bench) =>
      fact(bench, ({ configuration: { csAddress, csPort, dataPort } }) =>
        [csAddress, csPort, dataPort].map((value) => value ?? 'none').join(', '),
      ),
  ),
  single(
    'Without a second source',
    'Proxy of the Recovery Services agent (get-agent-proxy)',
    'only the agent’s own module tells it, and it is there after set-up only',
    () => told('not asked'),
  ),
  ...['new-protected-folder', 'set-agent-proxy', 'change-defender', 'download-file'].map((name) =>
    single('Without a second source', `Script ${name}`, NOT_ASKED, () => told('not run')),
  ),
];

/** Every fact this program reads from a server, each with its second source. */
export const comparisons: readonly Comparison[] = [
  ...windowsComparisons,
  ...driveAndAddressComparisons,
  ...activityComparisons,
  ...serviceComparisons,
  ...softwareComparisons,
  ...settingComparisons,
  ...clockComparisons,
  ...registryComparisons,
  ...fileComparisons,
  ...signatureComparisons,
  ...certificateComparisons,
  ...networkComparisons,
  ...defenderComparisons,
  ...loadComparisons,
  ...alone,
];
