import type { Answers, TestResult } from '../../../contract/runbook';
import { text } from '../../../contract/text/set-up-procedure';
import { csAddressProblem, dataPortProblem, portProblem, proxyAddressProblem } from '../fields';
import { proxyTrial } from '../proxy-trial';
import type { TlsOutcome, Trial } from '../runbook';
import { installedParts } from './conditions/installed';

const words = text.tests;
const CS_PORT = 443;
/** Reached by every server that talks to Azure, and answers anybody. */
const AZURE_ADDRESS = 'https://management.azure.com/';

const result = (
  verdict: TestResult['verdict'],
  did: string,
  saw: string,
  next = '',
): TestResult => ({ verdict, did, saw, next, context: null });

function readConfigurationServer(host: string, outcome: TlsOutcome): TestResult {
  const { did, answered, certificate, expired, expiredNext, ...said } = words.cs;
  const asked = did(host);
  if (outcome.kind !== 'answered') {
    const { saw, next } = said[outcome.kind];
    return result('failed', asked, saw(outcome.message), next);
  }
  const saw = answered(outcome.status);
  if (outcome.certificate === null) return result('passed', asked, saw);
  const { subject, validUntil, hasExpired } = outcome.certificate;
  const whose = (hasExpired ? expired : certificate)(subject, validUntil.slice(0, 10));
  // Whether set-up and replication still take it is not known, so it is neither good nor bad.
  const verdict = hasExpired ? 'couldNotTell' : 'passed';
  return result(verdict, asked, `${saw} ${whose}`, hasExpired ? expiredNext : '');
}

const configurationServer = (host: string): Trial => ({
  kind: 'tls',
  host,
  port: CS_PORT,
  seconds: 10,
  read: (outcome) => readConfigurationServer(host, outcome),
});

function dataPort(port: number): Trial {
  return {
    kind: 'facts',
    read(facts) {
      const did = words.portDid(port);
      if (!facts.portsInUse.includes(port)) return result('passed', did, words.portFree);
      const isOurs =
        installedParts(facts).length > 0 && facts.configuration.dataPort === String(port);
      return isOurs
        ? result('passed', did, words.portOurs)
        : result('failed', did, words.portTaken, words.portTakenNext);
    },
  };
}

/** How the answers that can be tried by themselves are tried. */
export function setUpTrial(question: string, answers: Answers): Trial | null {
  const of = (name: string) => answers[name] ?? '';
  switch (question) {
    case 'csAddress':
      return csAddressProblem(of('csAddress')) === null
        ? configurationServer(of('csAddress'))
        : null;
    case 'proxyPort': {
      const server = of('proxyAddress');
      const port = of('proxyPort');
      if (proxyAddressProblem(server) !== null || portProblem(port) !== null) return null;
      const hasUser = of('proxySignIn') === 'yes';
      const signIn = hasUser ? 'given' : 'none';
      const user = hasUser ? of('proxyUser') : '';
      return proxyTrial({ mode: 'custom', server, port, signIn, user }, AZURE_ADDRESS);
    }
    case 'dataPort':
      return dataPortProblem(of('dataPort')) === null ? dataPort(Number(of('dataPort'))) : null;
    default:
      return null;
  }
}
