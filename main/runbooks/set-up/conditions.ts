import type { ServerFacts } from '../../../contract/facts';
import type { Answers, Precondition } from '../../../contract/runbook';
import { text } from '../../../contract/text/set-up-procedure';
import { readAnswers } from './answers';

const words = text.conditions;
const GB = 1024 ** 3;

type Verdict = Precondition['verdict'];
const row = (
  id: string,
  title: string,
  verdict: Verdict,
  found: string,
  needed: string,
  mend: string,
): Precondition => ({ id, title, verdict, found, needed, mend: verdict === 'passed' ? '' : mend });

const blocksUnless = (good: boolean): Verdict => (good ? 'passed' : 'blocks');
const warnsUnless = (good: boolean): Verdict => (good ? 'passed' : 'warns');

/** The parts that are here already, by their names on screen. */
export function installedParts(facts: ServerFacts): string[] {
  const names = ['dependencies', 'processServer', 'masterTarget', 'agent'] as const;
  return names.flatMap((name) => {
    const version = facts.products[name];
    return version ? [words.parts[name](version)] : [];
  });
}

export function isComplete(facts: ServerFacts): boolean {
  return installedParts(facts).length === 4 && facts.registration.registered;
}

/** Conditions of the computer: the same before preparing and before installing. */
export function generalConditions(facts: ServerFacts): Precondition[] {
  const setups = facts.runningSetups.map(({ name, session }) => `${name} (session ${session})`);
  return [
    row(
      'administrator',
      words.administrator,
      blocksUnless(facts.isAdministrator),
      facts.isAdministrator ? words.isAdministrator : words.notAdministrator,
      words.isAdministrator,
      words.administratorMend,
    ),
    row(
      'otherSetup',
      words.otherSetup,
      blocksUnless(setups.length === 0),
      setups.length === 0 ? words.noneRunning : words.setupRunning(setups.join(', ')),
      words.noneRunning,
      words.otherSetupMend,
    ),
  ];
}

function spaceCondition(answers: Answers, facts: ServerFacts): Precondition[] {
  const { installFolder, skipSpaceCheck } = readAnswers(answers);
  const letter = installFolder.slice(0, 2).toUpperCase();
  const drive = facts.drives.find((one) => one.letter.toUpperCase() === letter);
  if (!drive) return [];
  const free = Math.floor((drive.freeBytes ?? 0) / GB);
  const found = words.gigabytes(free);
  const title = words.space(letter);
  if (free >= 600) return [row('space', title, 'passed', found, words.spaceNeeded, '')];
  if (skipSpaceCheck && free >= 5) {
    return [row('space', title, 'warns', found, words.spaceNeeded, words.spaceSkipped)];
  }
  return [
    row(
      'space',
      title,
      'blocks',
      found,
      skipSpaceCheck ? words.spaceLeast : words.spaceNeeded,
      words.spaceMend,
    ),
  ];
}

function installedConditions(answers: Answers, facts: ServerFacts): Precondition[] {
  const parts = installedParts(facts);
  if (isComplete(facts)) {
    return [
      row(
        'installed',
        words.installed,
        'blocks',
        words.installedAll(facts.products.processServer ?? ''),
        words.installedNone,
        words.installedMend,
      ),
    ];
  }
  if (parts.length === 0) {
    return [
      row('installed', words.installed, 'passed', words.installedNone, words.installedNone, ''),
    ];
  }
  const kept = facts.configuration.csAddress;
  const other = kept !== null && kept !== readAnswers(answers).csAddress;
  const mend = other ? `${words.partialOther(kept)} ${words.partialMend}` : words.partialMend;
  return [
    row(
      'installed',
      words.partial,
      other ? 'blocks' : 'warns',
      words.partialFound(parts.join(', ')),
      words.partialNeeded,
      mend,
    ),
  ];
}

function packageCondition(facts: ServerFacts): Precondition {
  const { prepared } = facts;
  const found =
    prepared === null
      ? words.packageNone
      : !prepared.unchanged
        ? words.packageChanged
        : !prepared.complete
          ? words.packageIncomplete
          : words.packageReady(prepared.version, prepared.sha256);
  const good = prepared?.unchanged === true && prepared.complete;
  return row(
    'package',
    words.package,
    blocksUnless(good),
    found,
    words.packageNeeded,
    words.packageMend,
  );
}

/** Everything that is looked at before set-up may begin. */
export function installConditions(answers: Answers, facts: ServerFacts): Precondition[] {
  const { environment, dataPort, dataAddress } = readAnswers(answers);
  const english = facts.windows.language.toLowerCase().startsWith('en');
  const fresh = installedParts(facts).length === 0;
  const taken = fresh && facts.portsInUse.includes(dataPort);
  const memory = Math.round(facts.memoryBytes / GB);
  const system = facts.drives.find((one) => one.letter.toUpperCase() === 'C:');
  const systemFree = Math.floor((system?.freeBytes ?? 0) / GB);
  const dhcp = facts.addresses.some((one) => one.address === dataAddress && one.dhcp);
  const tools = facts.products.vmwareTools;
  return [
    ...generalConditions(facts),
    row(
      'installer',
      words.installer,
      blocksUnless(!facts.installerBusy),
      facts.installerBusy ? words.installerBusy : words.installerFree,
      words.installerFree,
      words.installerMend,
    ),
    row(
      'restart',
      words.restart,
      blocksUnless(!facts.pendingRestart),
      facts.pendingRestart ? words.restartPending : words.restartNone,
      words.restartNone,
      words.restartMend,
    ),
    row(
      'language',
      words.language,
      blocksUnless(english),
      facts.windows.language,
      words.languageNeeded,
      words.languageMend,
    ),
    ...installedConditions(answers, facts),
    packageCondition(facts),
    ...spaceCondition(answers, facts),
    row(
      'systemSpace',
      words.systemSpace,
      blocksUnless(systemFree >= 2),
      words.gigabytes(systemFree),
      words.systemSpaceNeeded,
      words.systemSpaceMend,
    ),
    row(
      'port',
      words.port(dataPort),
      blocksUnless(!taken),
      taken ? words.portTaken : words.portFree,
      words.portFree,
      words.portMend,
    ),
    ...(environment === 'VMWare'
      ? [
          row(
            'vmwareTools',
            words.tools,
            blocksUnless(tools !== null),
            tools ?? words.toolsMissing,
            words.toolsNeeded,
            words.toolsMend,
          ),
        ]
      : []),
    row(
      'memory',
      words.memory,
      warnsUnless(memory >= 16),
      words.gigabytes(memory),
      words.memoryNeeded,
      words.sizeMend,
    ),
    row(
      'processors',
      words.processors,
      warnsUnless(facts.processors >= 8),
      String(facts.processors),
      words.processorsNeeded,
      words.sizeMend,
    ),
    row(
      'dhcp',
      words.dhcp,
      warnsUnless(!dhcp),
      dhcp ? words.dhcpFound : words.dhcpStatic,
      words.dhcpNeeded,
      words.dhcpMend,
    ),
  ];
}
