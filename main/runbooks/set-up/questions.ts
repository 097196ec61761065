import type { ServerFacts } from '../../../contract/facts';
import { isGalleryServer } from '../../../contract/gallery-image';
import type { Answers, Procedure, Question } from '../../../contract/runbook';
import { text } from '../../../contract/text/set-up-procedure';
import { makeQuestion } from '../question';
import { drivePicks, findingsOf, suggestedFolder } from './findings';
import { preparedFor } from './prepared';

const words = text.questions;
type Section = keyof typeof text.sections;

const question = (
  name: keyof typeof words,
  section: Section,
  kind: Question['kind'],
  rest: Partial<Question> = {},
) => makeQuestion(name, section, kind, words[name], rest);

const choice = (value: string, label: string, hint: string) => ({ value, label, hint });
const customProxy = { name: 'proxyMode', in: ['custom'] };
const proxyWithUser = { name: 'proxySignIn', in: ['yes'] };
const skip = { required: false, suggestion: 'no' };
const optional = { required: false, isAdvanced: true };

function serverQuestions(facts: ServerFacts): Question[] {
  const { csAddress } = facts.configuration;
  const section = 'configurationServer';
  return [
    question('csAddress', section, 'text', { suggestion: csAddress, test: text.tests.csAddress }),
    question('passphrase', section, 'secret'),
    question('csVersion', section, 'text', { required: false }),
    question('register', section, 'toggle', { ...optional, suggestion: 'yes' }),
  ];
}

function internetQuestions(): Question[] {
  const { proxyMode } = words;
  return [
    question('proxyMode', 'internet', 'choice', {
      suggestion: 'direct',
      choices: [
        choice('direct', proxyMode.direct, proxyMode.directHint),
        choice('custom', proxyMode.custom, proxyMode.customHint),
      ],
    }),
    question('proxyAddress', 'internet', 'text', { onlyWhen: customProxy }),
    question('proxyPort', 'internet', 'number', {
      onlyWhen: customProxy,
      suggestion: '8080',
      test: text.tests.proxy,
    }),
    question('proxySignIn', 'internet', 'toggle', { onlyWhen: customProxy, suggestion: 'no' }),
    question('proxyUser', 'internet', 'text', { onlyWhen: proxyWithUser }),
    question('proxyPassword', 'internet', 'secret', { onlyWhen: proxyWithUser }),
  ];
}

function placeQuestions(facts: ServerFacts): Question[] {
  const { environment } = words;
  return [
    question('environment', 'environment', 'choice', {
      suggestion: facts.products.vmwareTools === null ? 'physical' : 'vmware',
      choices: [
        choice('vmware', environment.vmware, environment.vmwareHint),
        choice('physical', environment.physical, environment.physicalHint),
      ],
    }),
    question('installFolder', 'installLocation', 'text', {
      suggestion: suggestedFolder(facts),
      choices: drivePicks(facts),
    }),
    question('spaceCheck', 'installLocation', 'toggle', { required: false, suggestion: 'no' }),
  ];
}

function networkQuestions(facts: ServerFacts): Question[] {
  const addresses = facts.addresses.map(({ address, adapter }) =>
    choice(address, address, adapter),
  );
  return [
    question('dataAddress', 'network', 'choice', {
      suggestion: facts.addresses[0]?.address ?? null,
      choices: addresses,
    }),
    question('dataPort', 'network', 'number', {
      suggestion: facts.configuration.dataPort ?? '9443',
      test: text.tests.dataPort,
    }),
    question('azureAddress', 'network', 'text', { ...optional, choices: addresses }),
  ];
}

/** Files this program keeps, by their version rather than by their folder. */
export const keptFiles = ({ packages }: ServerFacts): Question['choices'] =>
  packages
    .filter(({ state }) => state === 'verified')
    .map(({ path, version, from }) => ({
      value: path,
      label: text.findings.keptFile(version ?? ''),
      hint: from ?? path,
    }));

/** The questions under the vendor's own page names, filled in from what was detected. */
export function describe(facts: ServerFacts, answers: Answers): Procedure {
  const setupFile = answers.setupFile ?? facts.setupFiles[0]?.path;
  const places: Partial<Record<string, 'afterPreparation' | 'withChecks'>> = {
    terms: 'afterPreparation',
    prerequisites: 'withChecks',
  };
  const findings = findingsOf(facts);
  return {
    name: 'set-up',
    title: text.title,
    introduction: isGalleryServer(facts) ? [text.onImage] : [...text.introduction],
    sections: Object.entries(text.sections).map(([id, title]) => ({
      id,
      title,
      place: places[id] ?? 'questions',
      findings: findings[id] ?? [],
    })),
    preparedBy: 'prepare',
    questions: [
      question('setupFile', 'setupFile', 'setupFile', {
        suggestion: facts.setupFiles[0]?.path ?? null,
        choices: keptFiles(facts),
      }),
      ...serverQuestions(facts),
      ...internetQuestions(),
      ...placeQuestions(facts),
      ...networkQuestions(facts),
      question('acceptTerms', 'terms', 'terms', {
        text: preparedFor(setupFile, facts)?.terms ?? null,
      }),
      question('skipPrerequisites', 'prerequisites', 'toggle', skip),
      question('skipTls', 'prerequisites', 'toggle', skip),
    ],
  };
}
