import { acceptanceCases } from './cases/acceptance';
import { argumentCases } from './cases/arguments';
import { fileCases } from './cases/files';
import { installerCases } from './cases/installers';
import { networkCases } from './cases/network';
import { processCases } from './cases/processes';
import { psmCases } from './cases/psm';
import { registryCases } from './cases/registry';
import { serviceCases } from './cases/services';
import { setUpCases } from './cases/set-up';
import { signatureCases } from './cases/signatures';
import { stateCases } from './cases/state';
import { stepHostCases } from './cases/step-host';
import { runCases } from './harness';

// Runs inside Wine: node.exe main.js RESULT-FILE NETWORK [WORDS]
const shared = [
  ...argumentCases,
  ...processCases,
  ...fileCases,
  ...registryCases,
  ...serviceCases,
  ...stateCases,
  ...stepHostCases,
  ...installerCases,
  ...signatureCases,
  ...networkCases,
  ...psmCases,
  ...acceptanceCases,
];
/** These have an address of their own, in a network where no other machine is. */
const own = setUpCases;

if (process.platform !== 'win32') throw new Error('These cases are about Windows.');
const [resultFile = 'results.json', network = 'shared', only = ''] = process.argv.slice(2);
console.log(
  `# Node ${process.versions.node} on ${process.platform} ${process.arch}, ${network} network`,
);
const chosen = (network === 'own' ? own : shared).filter(({ name }) => name.includes(only));
const failed = await runCases(chosen, resultFile);
process.exit(failed === 0 ? 0 : 1);
