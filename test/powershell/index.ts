import type { ScriptCase } from './case';
import { agentCases } from './cases/agent';
import { defenderCases } from './cases/defender';
import { downloadCases } from './cases/download';
import { protocolCases } from './cases/protocol';
import { routeCases } from './cases/route';
import { stateCases } from './cases/server-state';
import { signatureCases } from './cases/signature';
import { windowsCases } from './cases/windows';

export { asciiJson, scriptArguments } from '../../main/host/scripts';
export { startServers } from './servers';

/** Every case of the suite that drives the shipped scripts on a real PowerShell. */
export const cases: readonly ScriptCase[] = [
  ...agentCases,
  ...defenderCases,
  ...downloadCases,
  ...routeCases,
  ...signatureCases,
  ...windowsCases,
  ...stateCases,
  ...protocolCases,
];
