import { runPsm } from './psm/program';

process.exitCode = await runPsm(process.argv.slice(2));
// A pipe or timer that is still open must not keep the console waiting.
process.exit(process.exitCode);
