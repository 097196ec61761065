import type { ServerFacts } from '../../../contract/facts';
import type { AnswerProblem, Answers } from '../../../contract/runbook';
import { downloadProcedureText as text } from '../../../contract/text/download-procedure';
import { isDownloadHost } from '../../vendor/download-hosts';
import type { ProxyRoute } from '../../vendor/proxy-route';
import {
  type FieldProblem,
  oneOf,
  portProblem,
  proxyAddressProblem,
  setupFileProblem,
} from '../fields';
import type { SecretQuestion } from '../runbook';

const { wrong } = text;

export interface DownloadAnswers {
  /** null: a file of this server is taken. */
  link: string | null;
  setupFile: string;
  expectedSha256: string | null;
  proxy: ProxyRoute;
}

export function readDownloadAnswers(answers: Answers): DownloadAnswers {
  const of = (name: string) => answers[name] ?? '';
  return {
    link: of('source') === 'link' ? of('link') : null,
    setupFile: of('setupFile'),
    expectedSha256: of('expectedSha256').toLowerCase() || null,
    proxy: readProxy(of),
  };
}

function readProxy(of: (name: string) => string): ProxyRoute {
  const none = { server: '', port: '', user: '' };
  if (of('proxyMode') === 'system') return { ...none, mode: 'system', signIn: 'windows' };
  if (of('proxyMode') !== 'custom') return { ...none, mode: 'none', signIn: 'none' };
  const account = of('proxyAccount');
  const signIn = account === 'given' || account === 'windows' ? account : 'none';
  const user = signIn === 'given' ? of('proxyUser') : '';
  return { mode: 'custom', server: of('proxyAddress'), port: of('proxyPort'), signIn, user };
}

/** A link that may be fetched: plain https, no key in it, a server that offers downloads. */
export function linkProblem(link: string): FieldProblem {
  if (!/^https:\/\//i.test(link)) return wrong.link;
  const parts = /^https:\/\/([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?$/i.exec(link);
  const host = (parts?.[1] ?? '').toLowerCase();
  if (/[@:]/.test(host)) return wrong.linkPort;
  if (/\s/.test(link) || !/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(host)) return wrong.linkForm;
  if (parts?.[3] !== undefined || parts?.[4] !== undefined) return wrong.linkQuery;
  return isDownloadHost(host) ? null : wrong.linkHost(host);
}

const sha256Problem = (value: string): FieldProblem =>
  value === '' || /^[0-9a-f]{64}$/i.test(value) ? null : wrong.sha256;

/** A password as it is: it goes to the proxy, not into a file that could mangle it. */
const passwordProblem = (value: string): string | null => (value === '' ? wrong.required : null);

export function checkDownloadAnswers(answers: Answers, facts: ServerFacts): AnswerProblem[] {
  const of = (name: string) => answers[name] ?? '';
  const fromLink = of('source') === 'link';
  const custom = fromLink && of('proxyMode') === 'custom';
  const rows: [string, FieldProblem][] = [
    ['source', oneOf(of('source'), 'link', 'file')],
    ['link', fromLink ? linkProblem(of('link')) : null],
    ['setupFile', of('source') === 'file' ? setupFileProblem(of('setupFile'), facts) : null],
    ['expectedSha256', sha256Problem(of('expectedSha256'))],
    ['proxyMode', fromLink ? oneOf(of('proxyMode'), 'direct', 'system', 'custom') : null],
    ['proxyAddress', custom ? proxyAddressProblem(of('proxyAddress')) : null],
    ['proxyPort', custom ? portProblem(of('proxyPort')) : null],
    ['proxyAccount', custom ? oneOf(of('proxyAccount'), 'none', 'windows', 'given') : null],
    [
      'proxyUser',
      custom && of('proxyAccount') === 'given' && of('proxyUser') === '' ? wrong.required : null,
    ],
  ];
  return rows.flatMap(([name, message]) => (message === null ? [] : [{ name, message }]));
}

export function downloadSecrets(answers: Answers): SecretQuestion[] {
  const { link, proxy } = readDownloadAnswers(answers);
  return link !== null && proxy.signIn === 'given'
    ? [{ name: 'proxyPassword', check: passwordProblem }]
    : [];
}
