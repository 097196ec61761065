import type { ServerFacts } from '../../../contract/facts';
import { isConnected, isGalleryServer } from '../../../contract/gallery-image';
import type { AnswerProblem, Answers } from '../../../contract/runbook';
import { text } from '../../../contract/text/register-procedure';
import { csAddressProblem, dataPortProblem, type FieldProblem, oneOf } from '../fields';

const { wrong } = text;

export const actions = ['again', 'change'] as const;

export interface RegisterAnswers {
  /** True: connection settings are entered anew; false: only the registration is repeated. */
  isChange: boolean;
  csAddress: string;
  dataPort: string;
}

/** A server from the Azure gallery has nothing that cdpcli could fetch a registration for. */
export const isImage = isGalleryServer;

/** The answers, with what is in force where nothing is changed. */
export function readRegisterAnswers(answers: Answers, facts: ServerFacts): RegisterAnswers {
  const { csAddress, dataPort } = facts.configuration;
  const isChange = isImage(facts) || answers.action === 'change';
  return isChange
    ? { isChange, csAddress: answers.csAddress ?? '', dataPort: answers.dataPort ?? '' }
    : { isChange, csAddress: csAddress ?? '', dataPort: dataPort ?? '' };
}

function actionProblem(value: string, facts: ServerFacts): FieldProblem {
  if (isImage(facts)) return value === 'again' ? wrong.imageHasNone : null;
  const known = oneOf(value, ...actions);
  if (known !== null || value === 'change') return known;
  const { installFolder } = facts.configuration;
  const address = facts.configuration.csAddress ?? '';
  // Where no process server is, the conditions say so.
  if (installFolder === null || csAddressProblem(address) === null) return null;
  return isConnected(facts) ? wrong.notAnAddress(address) : wrong.noAddress;
}

/** The configuration server that a change takes this server from; null when there is none. */
export function serverLeft({ csAddress }: RegisterAnswers, facts: ServerFacts): string | null {
  const before = facts.configuration.csAddress;
  const belongs = isImage(facts) ? isConnected(facts) : facts.registration.registered;
  return belongs && before !== null && before !== csAddress ? before : null;
}

export function checkRegisterAnswers(answers: Answers, facts: ServerFacts): AnswerProblem[] {
  const { isChange, csAddress, dataPort } = readRegisterAnswers(answers, facts);
  const fields: readonly (readonly [string, FieldProblem])[] = [
    ['action', actionProblem(answers.action ?? '', facts)],
    ['csAddress', isChange ? csAddressProblem(csAddress) : null],
    ['dataPort', isChange ? dataPortProblem(dataPort) : null],
  ];
  return fields.flatMap(([name, message]) => (message === null ? [] : [{ name, message }]));
}
