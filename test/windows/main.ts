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

// Runs inside Wine: node.exe main.js RESULT-FILE [WORDS]
const cases = [
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
  ...setUpCases,
];

if (process.platform !== 'win32') throw new Error('These cases are about Windows.');
console.log(`# Node ${process.versions.node} on ${process.platform} ${process.arch}`);
const only = process.argv[3];
const chosen = only === undefined ? cases : cases.filter(({ name }) => name.includes(only));
const failed = await runCases(chosen, process.argv[2] ?? 'results.json');
process.exit(failed === 0 ? 0 : 1);
