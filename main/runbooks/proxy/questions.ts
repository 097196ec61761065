import type { ServerFacts } from '../../../contract/facts';
import type { Answers, Procedure, Question } from '../../../contract/runbook';
import { proxyProcedureText as text } from '../../../contract/text/proxy-procedure';
import { makeQuestion } from '../question';
import { agentOf, settingInForce } from './answers';
import { proxyFindings } from './findings';

export const NAME = 'proxy';

const words = text.questions;
const custom = { name: 'proxyMode', in: ['custom'] };
const withUser = { name: 'proxySignIn', in: ['yes'] };

const question = (
  name: keyof typeof words,
  section: keyof typeof text.sections,
  kind: Question['kind'],
  rest: Partial<Question> = {},
) => makeQuestion(name, section, kind, words[name], rest);

function wayQuestions(facts: ServerFacts, { proxyMode: mode }: Answers): Question[] {
  const { proxyMode } = words;
  const now = settingInForce(facts);
  return [
    question('proxyMode', 'current', 'choice', {
      suggestion: 'custom',
      choices: [
        { value: 'custom', label: proxyMode.custom, hint: proxyMode.customHint },
        { value: 'direct', label: proxyMode.direct, hint: proxyMode.directHint },
      ],
      test: mode === 'direct' ? text.tests.direct : null,
    }),
    question('proxyAddress', 'proxy', 'text', {
      onlyWhen: custom,
      suggestion: now?.server ?? null,
    }),
    question('proxyPort', 'proxy', 'number', {
      onlyWhen: custom,
      suggestion: now?.port ?? '8080',
      test: text.tests.proxy,
    }),
    question('proxySignIn', 'proxy', 'toggle', {
      onlyWhen: custom,
      suggestion: now && now.user !== '' ? 'yes' : 'no',
    }),
    question('proxyUser', 'proxy', 'text', {
      onlyWhen: withUser,
      suggestion: now?.user || null,
    }),
    question('proxyPassword', 'proxy', 'secret', { onlyWhen: withUser }),
    question('proxyBypass', 'proxy', 'text', {
      onlyWhen: custom,
      required: false,
      isAdvanced: true,
      suggestion: now?.bypass || null,
    }),
    question('saveUntried', 'current', 'toggle', {
      required: false,
      isAdvanced: true,
      suggestion: 'no',
    }),
  ];
}

/** Asked only where it decides: the setting in force has a user, or nobody has looked yet. */
function undoQuestions(facts: ServerFacts): Question[] {
  const isAsked = agentOf(facts) === null || (settingInForce(facts)?.user ?? '') !== '';
  if (!isAsked) return [];
  return [
    question('oldPasswordKnown', 'undo', 'toggle', { required: false, suggestion: 'no' }),
    question('oldProxyPassword', 'undo', 'secret', {
      onlyWhen: { name: 'oldPasswordKnown', in: ['yes'] },
    }),
  ];
}

/** What is in force, and the questions of what it is to be. */
export function describeProxy(facts: ServerFacts, answers: Answers): Procedure {
  const { current, proxy, undo } = text.sections;
  const undoing = undoQuestions(facts);
  const section = (id: string, title: string) => ({
    id,
    title,
    place: 'questions' as const,
    findings: [],
  });
  return {
    name: NAME,
    title: text.title,
    introduction: [...text.introduction],
    preparedBy: null,
    sections: [
      { ...section('current', current), findings: proxyFindings(facts) },
      section('proxy', proxy),
      ...(undoing.length > 0 ? [section('undo', undo)] : []),
    ],
    questions: [...wayQuestions(facts, answers), ...undoing],
  };
}
