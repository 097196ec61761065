import type { ServerFacts } from '../../../../contract/facts';
import type { Precondition } from '../../../../contract/runbook';
import { conditionsText as text } from '../../../../contract/text/set-up-conditions';
import { blocksUnless, condition, warnsUnless } from '../../conditions';
import type { SetUpAnswers } from '../answers';

const GB = 1024 ** 3;
/** Free space in whole GB, as set-up counts it. */
const CACHE_GB = 600;
const LEAST_GB = 5;

/** Free space of a drive in whole GB; null when there is no such drive. */
export const freeGb = (facts: ServerFacts, letter: string): number | null => {
  const drive = facts.drives.find((one) => one.letter.toUpperCase() === letter);
  return drive ? Math.floor((drive.freeBytes ?? 0) / GB) : null;
};

function spaceCondition(answers: SetUpAnswers, facts: ServerFacts): Precondition[] {
  const letter = answers.installFolder.slice(0, 2).toUpperCase();
  const free = freeGb(facts, letter);
  if (free === null) return [];
  const { title, needed, least, why, mend, skipped } = text.space;
  const words = { title: title(letter), needed, why, mend };
  const isSkipped = answers.skipSpaceCheck || answers.skipPrerequisites;
  const found = text.gigabytes(free);
  if (free >= CACHE_GB) return [condition('space', words, 'passed', found)];
  if (!isSkipped) return [condition('space', words, 'blocks', found)];
  return free >= LEAST_GB
    ? [condition('space', { ...words, mend: skipped }, 'warns', found)]
    : [condition('space', { ...words, needed: least }, 'blocks', found)];
}

/** Size and network of this server, for the answers that will be in force. */
export function serverConditions(answers: SetUpAnswers, facts: ServerFacts): Precondition[] {
  const { environment, dataPort, dataAddress, skipPrerequisites } = answers;
  const unlessSkipped = skipPrerequisites ? warnsUnless : blocksUnless;
  // A process server that is here listens on its port itself.
  const isOurs = facts.products.processServer !== null;
  const isTaken = !isOurs && facts.portsInUse.includes(dataPort);
  const memory = Math.round(facts.memoryBytes / GB);
  const systemFree = freeGb(facts, 'C:') ?? 0;
  const isDhcp = facts.addresses.some((one) => one.address === dataAddress && one.dhcp);
  const tools = facts.products.vmwareTools;
  return [
    ...spaceCondition(answers, facts),
    condition(
      'systemSpace',
      text.systemSpace,
      blocksUnless(systemFree >= 2),
      text.gigabytes(systemFree),
    ),
    condition(
      'port',
      { ...text.port, title: text.port.title(dataPort) },
      blocksUnless(!isTaken),
      isTaken ? text.port.taken : text.port.needed,
    ),
    ...(environment === 'VMWare'
      ? [
          condition(
            'vmwareTools',
            text.tools,
            blocksUnless(tools !== null),
            tools ?? text.tools.missing,
          ),
        ]
      : []),
    condition('memory', text.memory, unlessSkipped(memory >= 16), text.gigabytes(memory)),
    condition(
      'processors',
      text.processors,
      unlessSkipped(facts.processors >= 8),
      String(facts.processors),
    ),
    condition('dhcp', text.dhcp, warnsUnless(!isDhcp), isDhcp ? text.dhcp.found : text.dhcp.static),
  ];
}
