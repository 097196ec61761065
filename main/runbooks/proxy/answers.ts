import type { AgentProxyFacts, ProxySetting } from '../../../contract/details';
import type { ServerFacts } from '../../../contract/facts';
import type { AnswerProblem, Answers } from '../../../contract/runbook';
import { proxyProcedureText } from '../../../contract/text/proxy-procedure';
import type { ProxyRoute } from '../../vendor/proxy-route';
import { type FieldProblem, oneOf, portProblem, proxyAddressProblem } from '../fields';
import type { SecretQuestion } from '../runbook';

const { wrong } = proxyProcedureText;

export interface ProxyAnswers {
  /** null: the agent is to reach Azure directly. */
  setting: ProxySetting | null;
  oldPasswordKnown: boolean;
  saveUntried: boolean;
}

export function readProxyAnswers(answers: Answers): ProxyAnswers {
  const of = (name: string) => answers[name] ?? '';
  return {
    setting:
      of('proxyMode') === 'custom'
        ? {
            server: of('proxyAddress'),
            port: of('proxyPort'),
            user: of('proxySignIn') === 'yes' ? of('proxyUser') : '',
            bypass: of('proxyBypass'),
          }
        : null,
    oldPasswordKnown: of('oldPasswordKnown') === 'yes',
    saveUntried: of('saveUntried') === 'yes',
  };
}

/** The way that a request takes with that setting. */
export function routeOf(setting: ProxySetting | null): ProxyRoute {
  if (setting === null) return { mode: 'none', server: '', port: '', signIn: 'none', user: '' };
  const { server, port, user } = setting;
  return { mode: 'custom', server, port, signIn: user === '' ? 'none' : 'given', user };
}

/** What the agent says; null when nobody looked or there is none. */
export const agentOf = ({ details }: ServerFacts): AgentProxyFacts['agent'] =>
  details.agentProxy?.agent ?? null;

/** The proxy of the agent now; null when it has none or does not tell. */
export function settingInForce(facts: ServerFacts): ProxySetting | null {
  const agent = agentOf(facts);
  return agent?.kind === 'proxy' ? agent.setting : null;
}

const isTyped = (value: string) => /^[^\p{Cc}\p{Zl}\p{Zp}]*$/u.test(value);

/** As it is handed over, nothing but signs that nobody can type is lost. */
function typedProblem(value: string): FieldProblem {
  if (value === '') return wrong.required;
  return isTyped(value) ? null : wrong.lineBreak;
}

const bypassProblem = (value: string): FieldProblem =>
  value === '' || /^[A-Za-z0-9.*:/_-]+(?:;[A-Za-z0-9.*:/_-]+)*$/.test(value) ? null : wrong.bypass;

const yesOrNo = (value: string) => oneOf(value || 'no', 'yes', 'no');

export function checkProxyAnswers(answers: Answers): AnswerProblem[] {
  const of = (name: string) => answers[name] ?? '';
  const custom = of('proxyMode') === 'custom';
  const hasUser = custom && of('proxySignIn') === 'yes';
  const rows: readonly (readonly [string, FieldProblem])[] = [
    ['proxyMode', oneOf(of('proxyMode'), 'custom', 'direct')],
    ['proxyAddress', custom ? proxyAddressProblem(of('proxyAddress')) : null],
    ['proxyPort', custom ? portProblem(of('proxyPort')) : null],
    ['proxySignIn', custom ? yesOrNo(of('proxySignIn')) : null],
    ['proxyUser', hasUser ? typedProblem(of('proxyUser')) : null],
    ['proxyBypass', custom ? bypassProblem(of('proxyBypass')) : null],
    ['oldPasswordKnown', yesOrNo(of('oldPasswordKnown'))],
    ['saveUntried', yesOrNo(of('saveUntried'))],
  ];
  return rows.flatMap(([name, message]) => (message === null ? [] : [{ name, message }]));
}

export function proxySecrets(answers: Answers): SecretQuestion[] {
  const { setting, oldPasswordKnown } = readProxyAnswers(answers);
  return [
    ...(setting && setting.user !== '' ? [{ name: 'proxyPassword', check: typedProblem }] : []),
    ...(oldPasswordKnown ? [{ name: 'oldProxyPassword', check: typedProblem }] : []),
  ];
}
