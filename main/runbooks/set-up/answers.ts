import type { ServerFacts } from '../../../contract/facts';
import type { AnswerProblem, Answers } from '../../../contract/runbook';
import { text } from '../../../contract/text/set-up-procedure';
import {
  csAddressProblem,
  dataPortProblem,
  type FieldProblem,
  installFolderProblem,
  oneOf,
  passphraseProblem,
  portProblem,
  proxyAddressProblem,
  proxyValueProblem,
  setupFileProblem,
  versionProblem,
} from '../fields';
import type { SecretQuestion } from '../runbook';

const { wrong } = text;

/** The answers of this procedure, typed; made only of answers that were found good. */
export interface SetUpAnswers {
  setupFile: string;
  csAddress: string;
  /** null when nobody could tell it. */
  csVersion: string | null;
  register: boolean;
  proxy: { address: string; port: string; user: string | null } | null;
  environment: 'VMWare' | 'NonVMWare';
  installFolder: string;
  skipSpaceCheck: boolean;
  dataAddress: string;
  dataPort: number;
  azureAddress: string | null;
  skipPrerequisites: boolean;
  skipTls: boolean;
}

export function readAnswers(answers: Answers): SetUpAnswers {
  const of = (name: string) => answers[name] ?? '';
  const orNull = (name: string) => of(name) || null;
  return {
    setupFile: of('setupFile'),
    csAddress: of('csAddress'),
    csVersion: orNull('csVersion'),
    register: of('register') !== 'no',
    proxy:
      of('proxyMode') === 'custom'
        ? {
            address: of('proxyAddress'),
            port: of('proxyPort'),
            user: of('proxySignIn') === 'yes' ? of('proxyUser') : null,
          }
        : null,
    environment: of('environment') === 'vmware' ? 'VMWare' : 'NonVMWare',
    installFolder: of('installFolder'),
    skipSpaceCheck: of('spaceCheck') === 'yes',
    dataAddress: of('dataAddress'),
    dataPort: Number(of('dataPort')),
    azureAddress: orNull('azureAddress'),
    skipPrerequisites: of('skipPrerequisites') === 'yes',
    skipTls: of('skipTls') === 'yes',
  };
}

/** An address of this very server. */
function ownAddressProblem(value: string, facts: ServerFacts, words: string): FieldProblem {
  return facts.addresses.some(({ address }) => address === value) ? null : words;
}

const yesOrNo = (value: string, byDefault: string) => oneOf(value || byDefault, 'yes', 'no');

/** What is wrong with the answers, by question; empty when a plan can be made of them. */
export function checkAnswers(answers: Answers, facts: ServerFacts): AnswerProblem[] {
  const of = (name: string) => answers[name] ?? '';
  const custom = of('proxyMode') === 'custom';
  const signIn = custom && of('proxySignIn') === 'yes';
  const azure = of('azureAddress');
  const rows: [string, FieldProblem][] = [
    ['setupFile', setupFileProblem(of('setupFile'), facts)],
    ['csAddress', csAddressProblem(of('csAddress'))],
    ['csVersion', versionProblem(of('csVersion'))],
    ['register', yesOrNo(of('register'), 'yes')],
    ['proxyMode', oneOf(of('proxyMode'), 'direct', 'custom')],
    ['proxyAddress', custom ? proxyAddressProblem(of('proxyAddress')) : null],
    ['proxyPort', custom ? portProblem(of('proxyPort')) : null],
    ['proxySignIn', custom ? yesOrNo(of('proxySignIn'), '') : null],
    ['proxyUser', signIn ? proxyValueProblem(of('proxyUser')) : null],
    ['environment', oneOf(of('environment'), 'vmware', 'physical')],
    ['installFolder', installFolderProblem(of('installFolder'), facts)],
    ['spaceCheck', yesOrNo(of('spaceCheck'), 'no')],
    ['dataAddress', ownAddressProblem(of('dataAddress'), facts, wrong.dataAddress)],
    ['dataPort', dataPortProblem(of('dataPort'))],
    ['azureAddress', azure === '' ? null : ownAddressProblem(azure, facts, wrong.azureAddress)],
    ['skipPrerequisites', yesOrNo(of('skipPrerequisites'), 'no')],
    ['skipTls', yesOrNo(of('skipTls'), 'no')],
  ];
  return rows.flatMap(([name, message]) => (message === null ? [] : [{ name, message }]));
}

/** What has to be answered before anything is installed, but not before the package is prepared. */
export function checkAcceptance(answers: Answers): AnswerProblem[] {
  return answers.acceptTerms === 'yes' ? [] : [{ name: 'acceptTerms', message: wrong.terms }];
}

export function secretQuestions(answers: Answers): SecretQuestion[] {
  const signIn = answers.proxyMode === 'custom' && answers.proxySignIn === 'yes';
  return [
    { name: 'passphrase', check: passphraseProblem },
    ...(signIn ? [{ name: 'proxyPassword', check: proxyValueProblem }] : []),
  ];
}
