import type { Check } from '../../contract/check';
import type { ProxySetting } from '../../contract/details';
import type { StepAction } from '../../contract/plan';

const SECONDS = 300;
/** With the restart of the agent, which may take ten minutes each way. */
const SECONDS_WITH_RESTART = 1500;

export interface SetAgentProxyOptions {
  /** Name of the secret that holds the password; used only with a user. */
  secret: string;
  /** Starts the agent anew at once; otherwise the new setting counts only after its next start. */
  restarts: boolean;
}

/** `Set-OBMachineSetting` by the shipped script: gives the agent a proxy, or with null none. */
export function setAgentProxy(
  setting: ProxySetting | null,
  { secret, restarts }: SetAgentProxyOptions,
): StepAction {
  const { server = '', port = '', user = '', bypass = '' } = setting ?? {};
  return {
    kind: 'script',
    script: 'set-agent-proxy',
    input: {
      server,
      port,
      user,
      ...(bypass === '' ? {} : { bypass }),
      ...(restarts ? { restart: 'yes' } : {}),
    },
    secretInput: user === '' ? {} : { password: secret },
    reader: 'plain',
    timeoutSeconds: restarts ? SECONDS_WITH_RESTART : SECONDS,
  };
}

/**
 * What `Get-OBMachineSetting` has to say, by chosen fields only: the object holds the passphrase
 * too. The list of exceptions counts where there is one, or has to be gone (`losesBypass`): an agent
 * may say one that nobody gave. The password can not be read back.
 */
export function agentProxyCheck(
  setting: Partial<ProxySetting> | null,
  label: string,
  losesBypass = false,
): Check {
  const { bypass, ...fields } = setting ?? { server: '', port: '', user: '' };
  return {
    kind: 'scriptSays',
    label,
    script: 'get-agent-proxy',
    input: {},
    expected: { ...fields, ...(bypass || losesBypass ? { bypass: bypass ?? '' } : {}) },
    withinSeconds: 0,
  };
}
