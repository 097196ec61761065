import type { ServerFacts } from '../../../contract/facts';
import type { Procedure, Question } from '../../../contract/runbook';
import { text } from '../../../contract/text/set-up-procedure';

const words = text.questions;
type Section = keyof typeof text.sections;

function question(
  name: keyof typeof words,
  section: Section,
  kind: Question['kind'],
  rest: Partial<Question> = {},
): Question {
  const { label, hint } = words[name];
  return {
    name,
    section,
    label,
    hint,
    kind,
    choices: [],
    required: true,
    onlyWhen: null,
    suggestion: null,
    ...rest,
  };
}

/** The drive with most room that set-up can use, so that the cache fits. */
function suggestedFolder(facts: ServerFacts): string {
  if (facts.configuration.installFolder) return facts.configuration.installFolder;
  const drives = facts.drives
    .filter((drive) => drive.kind === 'fixed' && drive.fileSystem === 'NTFS')
    .sort((a, b) => (b.freeBytes ?? 0) - (a.freeBytes ?? 0));
  return `${drives[0]?.letter ?? 'D:'}\\ASR`;
}

const customProxy = { name: 'proxyMode', in: ['custom'] };

/** The questions, filled in from what was detected. */
export function describe(facts: ServerFacts): Procedure {
  const proxyMode = words.proxyMode;
  const environment = words.environment;
  return {
    name: 'set-up',
    title: text.title,
    introduction: [...text.introduction],
    sections: Object.entries(text.sections).map(([id, title]) => ({ id, title })),
    preparedBy: 'prepare',
    questions: [
      question('setupFile', 'setupFile', 'setupFile', {
        suggestion: facts.setupFiles[0]?.path ?? null,
      }),
      question('acceptTerms', 'setupFile', 'toggle'),
      question('csAddress', 'configurationServer', 'text', {
        suggestion: facts.configuration.csAddress,
      }),
      question('passphrase', 'configurationServer', 'secret'),
      question('proxyMode', 'internet', 'choice', {
        suggestion: 'direct',
        choices: [
          { value: 'direct', label: proxyMode.direct, hint: proxyMode.directHint },
          { value: 'custom', label: proxyMode.custom, hint: proxyMode.customHint },
        ],
      }),
      question('proxyAddress', 'internet', 'text', { onlyWhen: customProxy }),
      question('proxyPort', 'internet', 'number', { onlyWhen: customProxy, suggestion: '8080' }),
      question('proxySignIn', 'internet', 'toggle', { onlyWhen: customProxy, suggestion: 'no' }),
      question('proxyUser', 'internet', 'text', { onlyWhen: { name: 'proxySignIn', in: ['yes'] } }),
      question('proxyPassword', 'internet', 'secret', {
        onlyWhen: { name: 'proxySignIn', in: ['yes'] },
      }),
      question('environment', 'environment', 'choice', {
        suggestion: facts.products.vmwareTools === null ? 'physical' : 'vmware',
        choices: [
          { value: 'vmware', label: environment.vmware, hint: environment.vmwareHint },
          { value: 'physical', label: environment.physical, hint: environment.physicalHint },
        ],
      }),
      question('installFolder', 'installLocation', 'text', { suggestion: suggestedFolder(facts) }),
      question('spaceCheck', 'installLocation', 'toggle', { required: false, suggestion: 'no' }),
      question('dataAddress', 'network', 'choice', {
        suggestion: facts.addresses[0]?.address ?? null,
        choices: facts.addresses.map(({ address, adapter }) => ({
          value: address,
          label: address,
          hint: adapter,
        })),
      }),
      question('dataPort', 'network', 'number', {
        suggestion: facts.configuration.dataPort ?? '9443',
      }),
    ],
  };
}
