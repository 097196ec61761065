import { ownCases, sharedCases } from './cases';
import { runCases } from './harness';

// Runs inside Wine: node.exe main.js RESULT-FILE NETWORK [WORDS]
if (process.platform !== 'win32') throw new Error('These cases are about Windows.');
const [resultFile = 'results.json', network = 'shared', ...words] = process.argv.slice(2);
console.log(
  `# Node ${process.versions.node} on ${process.platform} ${process.arch}, ${network} network`,
);
const chosen = (network === 'own' ? ownCases : sharedCases).filter(({ name }) =>
  words.every((word) => name.includes(word)),
);
const failed = await runCases(chosen, resultFile);
process.exit(failed === 0 ? 0 : 1);
