import type { AntivirusDetail } from '../../../contract/details';
import type { ServerFacts } from '../../../contract/facts';
import type { Answers, Finding, Procedure, Section } from '../../../contract/runbook';
import { antivirusText as text } from '../../../contract/text/antivirus-procedure';
import {
  exclusionCommand,
  machineKinds,
  USUAL_INSTALL_FOLDER,
} from '../../vendor/antivirus-folders';
import { choicesOf, makeQuestion } from '../question';
import { actions, foldersFor, readAntivirusAnswers } from './answers';
import { driftOf } from './drift';

export const NAME = 'antivirus';

const words = text.findings;

function defenderWords({ defender, why }: AntivirusDetail): string {
  const { states } = words;
  if (defender === null) return states.unknown(why);
  if (!defender.available) return states.absent;
  if (defender.mode === 'Not running') return states.off;
  return [
    defender.active ? states.active : states.asleep(defender.mode),
    ...(defender.hidden ? [states.hidden] : []),
    ...(defender.lockedBy === 'nobody' ? [] : [states.lockedBy[defender.lockedBy]]),
    ...(defender.tamperProtected ? [states.tamperProtected] : []),
  ].join('; ');
}

/** Defender, other products, and each folder of the list as it is on this server. */
function ownFindings(facts: ServerFacts, folders: readonly string[]): Finding[] {
  const { antivirus } = facts.details;
  if (!antivirus) return [];
  const drift = driftOf(folders, facts);
  const { otherProducts } = antivirus;
  const isBlind = drift === null;
  return [
    { label: words.defender, value: defenderWords(antivirus), isGood: isBlind ? false : null },
    {
      label: words.otherProducts,
      value: otherProducts.length === 0 ? words.noOther : otherProducts.join(', '),
      isGood: otherProducts.length === 0 ? null : false,
    },
    ...folders.map((folder): Finding => {
      if (drift === null) return { label: folder, value: words.unknown, isGood: null };
      const isMissing = drift.missing.includes(folder);
      return {
        label: folder,
        value: isMissing ? words.missing : words.excluded,
        isGood: !isMissing,
      };
    }),
    ...(drift?.additional ?? []).map(
      (path): Finding => ({ label: path, value: words.additional, isGood: false }),
    ),
  ];
}

function section(facts: ServerFacts, answers: Answers): Section {
  const given = readAntivirusAnswers(answers);
  const folders = foldersFor(given, facts) ?? [];
  const isHere = given.machine === 'processServer';
  const { copies } = text;
  const command = { label: copies.command, text: exclusionCommand(folders) };
  return {
    id: 'task',
    title: text.section,
    place: 'questions',
    findings: isHere ? ownFindings(facts, folders) : [],
    copies:
      folders.length === 0
        ? []
        : [{ label: copies.folders, text: folders.join('\r\n') }, ...(isHere ? [] : [command])],
  };
}

/** The questions, with the list and how this server compares with it. */
export function describeAntivirus(facts: ServerFacts, answers: Answers): Procedure {
  const { machine, folder, action } = text.questions;
  const here = { name: 'machine', in: ['processServer'] };
  const elsewhere = { name: 'machine', in: ['masterTarget', 'sourceMachine'] };
  return {
    name: NAME,
    title: text.title,
    introduction: [...text.introduction],
    preparedBy: null,
    sections: [section(facts, answers)],
    questions: [
      makeQuestion('machine', 'task', 'choice', machine, {
        suggestion: 'processServer',
        choices: choicesOf(machineKinds, machine),
      }),
      makeQuestion('folder', 'task', 'text', folder, {
        suggestion: USUAL_INSTALL_FOLDER,
        onlyWhen: elsewhere,
      }),
      makeQuestion('action', 'task', 'choice', action, {
        suggestion: 'add',
        onlyWhen: here,
        choices: choicesOf(actions, action),
      }),
    ],
  };
}
