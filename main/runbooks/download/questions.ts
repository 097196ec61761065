import type { ServerFacts } from '../../../contract/facts';
import type { Finding, Procedure, Question } from '../../../contract/runbook';
import { downloadProcedureText as text } from '../../../contract/text/download-procedure';
import { makeQuestion } from '../question';

const words = text.questions;
const question = (
  name: keyof typeof words,
  section: keyof typeof text.sections,
  kind: Question['kind'],
  rest: Partial<Question> = {},
) => makeQuestion(name, section, kind, words[name], rest);

const choice = (value: string, label: string, hint: string) => ({ value, label, hint });
const fromLink = { name: 'source', in: ['link'] };
const custom = { name: 'proxyMode', in: ['custom'] };
const withUser = { name: 'proxyAccount', in: ['given'] };

function internetQuestions(): Question[] {
  const { proxyMode, proxyAccount } = words;
  return [
    question('proxyMode', 'internet', 'choice', {
      onlyWhen: fromLink,
      suggestion: 'direct',
      test: text.test,
      choices: [
        choice('direct', proxyMode.direct, proxyMode.directHint),
        choice('system', proxyMode.system, proxyMode.systemHint),
        choice('custom', proxyMode.custom, proxyMode.customHint),
      ],
    }),
    question('proxyAddress', 'internet', 'text', { onlyWhen: custom }),
    question('proxyPort', 'internet', 'number', { onlyWhen: custom, suggestion: '8080' }),
    question('proxyAccount', 'internet', 'choice', {
      onlyWhen: custom,
      suggestion: 'none',
      choices: [
        choice('none', proxyAccount.none, proxyAccount.noneHint),
        choice('windows', proxyAccount.windows, proxyAccount.windowsHint),
        choice('given', proxyAccount.given, proxyAccount.givenHint),
      ],
    }),
    question('proxyUser', 'internet', 'text', { onlyWhen: withUser }),
    question('proxyPassword', 'internet', 'secret', { onlyWhen: withUser }),
  ];
}

function keptFindings({ packages }: ServerFacts): Finding[] {
  const { kept, unfinished, unfinishedValue } = text.findings;
  return packages.flatMap(({ state, version, from, path }): Finding[] => {
    if (state === 'unfinished') {
      return [{ label: unfinished, value: unfinishedValue(from ?? path), isGood: null }];
    }
    return version === null ? [] : [{ label: kept(version), value: from ?? path, isGood: null }];
  });
}

/** The questions of the download, guided in the portal's own words. */
export function describeDownload(facts: ServerFacts): Procedure {
  const { source } = words;
  const { systemProxy } = facts.prerequisites;
  const unfinished = facts.packages.find(({ state }) => state === 'unfinished');
  return {
    name: 'download',
    title: text.title,
    introduction: [...text.introduction],
    preparedBy: null,
    sections: [
      {
        id: 'source',
        title: text.sections.source,
        place: 'questions',
        findings: keptFindings(facts),
      },
      {
        id: 'internet',
        title: text.sections.internet,
        place: 'questions',
        findings: [
          {
            label: text.findings.systemProxy,
            value: systemProxy ?? text.findings.none,
            isGood: null,
          },
        ],
      },
    ],
    questions: [
      question('source', 'source', 'choice', {
        suggestion: 'link',
        choices: [
          choice('link', source.link, source.linkHint),
          choice('file', source.file, source.fileHint),
        ],
      }),
      question('link', 'source', 'text', {
        onlyWhen: fromLink,
        suggestion: unfinished?.from ?? null,
      }),
      question('setupFile', 'source', 'setupFile', {
        onlyWhen: { name: 'source', in: ['file'] },
        suggestion: facts.setupFiles[0]?.path ?? null,
      }),
      question('expectedSha256', 'source', 'text', { required: false, isAdvanced: true }),
      ...internetQuestions(),
    ],
  };
}
