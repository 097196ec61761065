import { text } from '../../../contract/text/set-up-agent-codes';
import { type ExitCodeTable, forEach } from './exit-code-table';

const { agent, configurator } = text;

/**
 * Exit codes of UnifiedAgentConfigurator.exe: of the agent's list the ones that a configuration
 * can have. Only 0 is good: set-up takes 98 as a failure (seen in runs of the vendor's code).
 * Source: vendor source, SetupFramework/SetupHelper.cs (UASetupReturnValues).
 */
export const unifiedAgentConfigurator: ExitCodeTable = {
  program: 'UnifiedAgentConfigurator.exe',
  codes: {
    ...forEach([119, 128, 129, 130, 131, 132], agent.modernized),
    0: configurator.done,
    1: configurator.failed,
    2: agent.commandLine,
    3: agent.arguments,
    13: agent.otherServer,
    14: agent.passphrase,
    16: agent.dotNet,
    17: agent.registration,
    19: agent.sourceConfiguration,
    41: agent.running,
    43: agent.stop,
    44: agent.start,
    48: agent.startType,
    77: agent.cdpcli,
    78: agent.proxyDetails,
    79: agent.proxyFailed,
    90: agent.memory,
    97: agent.errors,
    98: configurator.warnings,
    99: agent.prerequisites,
    100: agent.credentialsMissing,
    101: agent.credentialsCorrupt,
    102: agent.credentialsExpired,
    103: agent.biosUnknown,
    118: agent.biosOther,
  },
  good: [0],
  milestones: ['configureMasterTarget'],
  log: 'ASRUnifiedAgentConfigurator.log',
  reasons: [],
};
