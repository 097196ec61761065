import type { AgentProxyFacts, ProxySetting } from '../../../contract/details';
import type { ServerFacts } from '../../../contract/facts';
import type { Finding } from '../../../contract/runbook';
import { proxyProcedureText } from '../../../contract/text/proxy-procedure';
import { isSameProxy } from '../../vendor/agent-proxy';

const text = proxyProcedureText.findings;

/** A setting in words; the password is not among them. */
export const proxyWords = (setting: ProxySetting | null): string =>
  setting === null
    ? text.none
    : text.setting(setting.server, setting.port, setting.user, setting.bypass);

/** Whether a place says another thing than the agent; false where the agent does not tell. */
function differs(kept: ProxySetting, agent: AgentProxyFacts['agent']): boolean {
  if (agent === null || agent.kind === 'unknown') return false;
  return agent.kind === 'none' || !isSameProxy(kept, agent.setting);
}

function agentFinding(agent: AgentProxyFacts['agent']): Finding {
  const finding = (value: string, isGood: boolean | null) => ({ label: text.agent, value, isGood });
  if (agent === null) return finding(text.noAgent, null);
  switch (agent.kind) {
    case 'proxy':
      return finding(proxyWords(agent.setting), null);
    case 'none':
      return finding(text.none, null);
    case 'unknown':
      return finding(text.unknown(agent.why), false);
  }
}

function keptWords({ agent, processServer }: AgentProxyFacts, proxyType: string | null): string {
  if (processServer === null) {
    if (proxyType === null) return text.nothingKept;
    return /custom/i.test(proxyType) ? text.onlyType.custom : text.onlyType.bypass;
  }
  const words = proxyWords(processServer);
  return differs(processServer, agent) ? text.keptDiffers(words) : text.same(words);
}

/** Whether the configuration server's own place says another thing; on others it is not there. */
function configurationServerDiffers(
  { agent, configurationServer }: AgentProxyFacts,
  { serverType }: ServerFacts['configuration'],
): boolean {
  if (configurationServer !== null) return differs(configurationServer, agent);
  return serverType === '3' && agent?.kind === 'proxy';
}

function configurationServerFinding(
  seen: AgentProxyFacts,
  configuration: ServerFacts['configuration'],
): Finding {
  const label = text.configurationServer;
  if (seen.configurationServer === null && configuration.serverType !== '3')
    return { label, value: text.hiveAbsent, isGood: null };
  const words = proxyWords(seen.configurationServer);
  const isOther = configurationServerDiffers(seen, configuration);
  return {
    label,
    value: isOther ? text.differs(words) : text.same(words),
    isGood: isOther ? false : null,
  };
}

function verdict(seen: AgentProxyFacts, configuration: ServerFacts['configuration']): Finding {
  const { agent, processServer } = seen;
  const { verdicts } = text;
  const found = (value: string, isGood: boolean | null) => ({
    label: text.verdict,
    value,
    isGood,
  });
  if (agent === null) return found(verdicts.noAgent, null);
  if (agent.kind === 'unknown') return found(verdicts.unknown, false);
  if (configurationServerDiffers(seen, configuration)) {
    return found(verdicts.hiveDiffers, false);
  }
  if (processServer !== null && differs(processServer, agent)) {
    return found(verdicts.keptDiffers, null);
  }
  return found(agent.kind === 'none' ? verdicts.direct : verdicts.proxy, true);
}

const windowsWords = (proxy: string | null) => (proxy === null ? text.none : text.windows(proxy));

/** What is in force in every place with a proxy setting, and what of it differs. */
export function proxyFindings({ details, configuration, prerequisites }: ServerFacts): Finding[] {
  const seen = details.agentProxy;
  if (!seen) return [];
  const { services } = seen;
  const ofServices = services === null ? text.unreadable : windowsWords(noneAsNull(services));
  return [
    verdict(seen, configuration),
    agentFinding(seen.agent),
    {
      label: text.processServer,
      value: keptWords(seen, configuration.proxyType),
      isGood: null,
    },
    configurationServerFinding(seen, configuration),
    { label: text.services, value: ofServices, isGood: null },
    { label: text.people, value: windowsWords(prerequisites.systemProxy), isGood: null },
  ];
}

const noneAsNull = (services: string) => (services === 'none' ? null : services);
