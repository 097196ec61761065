import type { ServerFacts } from '../../../contract/facts';
import { isGalleryServer } from '../../../contract/gallery-image';
import type { Precondition } from '../../../contract/runbook';
import { proxyProcedureText } from '../../../contract/text/proxy-procedure';
import { isSameProxy } from '../../vendor/agent-proxy';
import { AGENT_SERVICE } from '../../vendor/services';
import { blocksUnless, condition, generalConditions, warnsUnless } from '../conditions';
import { agentOf, type ProxyAnswers, settingInForce } from './answers';

const text = proxyProcedureText.conditions;

function installed(facts: ServerFacts): Precondition[] {
  const { products, configuration, services } = facts;
  const { processServer, agent, masterTarget, enabled } = text;
  const isHere = products.processServer !== null && configuration.installFolder !== null;
  const first = condition(
    'processServer',
    processServer,
    blocksUnless(isHere),
    isHere ? processServer.needed : processServer.missing,
  );
  if (!isHere) return [first];
  const hasAgent = products.agent !== null;
  const hasMasterTarget = products.masterTarget !== null;
  const isEnabled = !services.some(
    ({ name, startType }) => name === AGENT_SERVICE && startType === 'disabled',
  );
  const missing = isGalleryServer(facts)
    ? { ...agent, missing: agent.gallery, mend: agent.galleryMend }
    : agent;
  return [
    first,
    condition('agent', missing, blocksUnless(hasAgent), hasAgent ? agent.needed : missing.missing),
    ...(hasAgent
      ? [
          condition(
            'masterTarget',
            masterTarget,
            blocksUnless(hasMasterTarget),
            hasMasterTarget ? masterTarget.needed : masterTarget.missing,
          ),
          condition(
            'enabled',
            enabled,
            blocksUnless(isEnabled),
            isEnabled ? enabled.needed : enabled.disabled,
          ),
        ]
      : []),
  ];
}

/** With a user the password may be the change, which nobody can see. */
function isChange({ setting }: ProxyAnswers, facts: ServerFacts): boolean {
  const now = settingInForce(facts);
  if (setting === null || now === null) return setting !== now;
  const { user, bypass } = setting;
  return user !== '' || !isSameProxy(setting, now) || bypass !== now.bypass;
}

/** What has to hold before the proxy is changed. */
export function proxyConditions(answers: ProxyAnswers, facts: ServerFacts): Precondition[] {
  const parts = installed(facts);
  const agent = agentOf(facts);
  const first = [...generalConditions(facts), ...parts];
  if (parts.some(({ verdict }) => verdict === 'blocks')) return first;
  const { agentTells, differs, signIn } = text;
  const tells = agent !== null && agent.kind !== 'unknown';
  const why = agent?.kind === 'unknown' ? agent.why : '';
  const told = condition(
    'agentTells',
    agentTells,
    blocksUnless(tells),
    tells ? agentTells.needed : why,
  );
  if (!tells) return [...first, told];
  const changes = isChange(answers, facts);
  const hasUser = answers.setting !== null && answers.setting.user !== '';
  return [
    ...first,
    told,
    condition('differs', differs, warnsUnless(changes), changes ? differs.needed : differs.same),
    condition('signIn', signIn, warnsUnless(!hasUser), hasUser ? signIn.wanted : signIn.needed),
  ];
}
