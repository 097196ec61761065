import type { ServerFacts } from '../../../contract/facts';
import { isConnected } from '../../../contract/gallery-image';
import type { Answers, Finding, Procedure, Question } from '../../../contract/runbook';
import { text } from '../../../contract/text/register-procedure';
import { choicesOf, makeQuestion } from '../question';
import { actions, isImage } from './answers';

export const NAME = 'register';

const { findings: words, questions } = text;
function registrationFinding(facts: ServerFacts): Finding {
  const label = words.registration;
  const { registered, validUntil } = facts.registration;
  if (isImage(facts)) return { label, value: words.byDesign, isGood: null };
  if (!registered || validUntil === null) return { label, value: words.none, isGood: false };
  // Whether that day has passed is proven by the steps: nothing here knows the time.
  return { label, value: words.until(validUntil.slice(0, 10)), isGood: null };
}

function findings(facts: ServerFacts): Finding[] {
  const { csAddress, csPort, dataPort } = facts.configuration;
  const server =
    csAddress && isConnected(facts) ? words.address(csAddress, csPort ?? '443') : words.none;
  return [
    { label: words.server, value: server, isGood: null },
    { label: words.dataPort, value: dataPort ?? words.none, isGood: null },
    registrationFinding(facts),
  ];
}

function actionQuestion(facts: ServerFacts): Question[] {
  if (isImage(facts)) return [];
  const { action } = questions;
  return [
    makeQuestion('action', 'task', 'choice', action, {
      suggestion: 'again',
      choices: choicesOf(actions, action),
    }),
  ];
}

/** The questions of a registration, with what is in force now. */
export function describeRegister(
  facts: ServerFacts,
  _answers: Answers,
  tests: { csAddress: string; dataPort: string },
): Procedure {
  const image = isImage(facts);
  const onlyWhen = image ? null : { name: 'action', in: ['change'] };
  const { csAddress, dataPort } = facts.configuration;
  const { task, connection } = text.sections;
  const now = findings(facts);
  return {
    name: NAME,
    title: text.title,
    introduction: [...(image ? text.introductionImage : text.introduction)],
    preparedBy: null,
    sections: [
      ...(image ? [] : [{ id: 'task', title: task, place: 'questions' as const, findings: now }]),
      { id: 'connection', title: connection, place: 'questions', findings: image ? now : [] },
    ],
    questions: [
      ...actionQuestion(facts),
      makeQuestion('csAddress', 'connection', 'text', questions.csAddress, {
        suggestion: isConnected(facts) ? csAddress : null,
        test: tests.csAddress,
        onlyWhen,
      }),
      makeQuestion('passphrase', 'connection', 'secret', questions.passphrase, { onlyWhen }),
      makeQuestion('dataPort', 'connection', 'number', questions.dataPort, {
        suggestion: dataPort ?? '9443',
        test: tests.dataPort,
        onlyWhen,
      }),
    ],
  };
}
