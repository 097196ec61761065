import type { ServerFacts } from '../../../contract/facts';
import type { AnswerProblem, Answers } from '../../../contract/runbook';
import type { ServerPath } from '../../../contract/server-path';
import { antivirusText as text } from '../../../contract/text/antivirus-procedure';
import {
  antivirusFolders,
  type MachineKind,
  machineKinds,
  USUAL_INSTALL_FOLDER,
} from '../../vendor/antivirus-folders';
import { type FieldProblem, oneOf } from '../fields';

export const actions = ['add', 'match', 'remove', 'show'] as const;
export type Action = (typeof actions)[number];

export interface AntivirusAnswers {
  machine: MachineKind;
  action: Action;
  /** Install folder on a machine elsewhere. */
  folder: ServerPath;
}

export function readAntivirusAnswers(answers: Answers): AntivirusAnswers {
  const machine = machineKinds.find((one) => one === answers.machine) ?? 'processServer';
  return {
    machine,
    action: actions.find((one) => one === answers.action) ?? 'show',
    folder: answers.folder ?? USUAL_INSTALL_FOLDER,
  };
}

/** The list for the machine; null when it is not known where that is installed. */
export function foldersFor(
  { machine, folder }: AntivirusAnswers,
  { configuration, products }: ServerFacts,
): ServerPath[] | null {
  if (machine !== 'processServer') {
    return folderProblem(folder) === null ? antivirusFolders(machine, folder) : null;
  }
  const { installFolder } = configuration;
  const isHere = products.processServer !== null && installFolder !== null;
  return isHere ? antivirusFolders(machine, installFolder) : null;
}

/** A whole path on a drive; not checked on this server, since it is of another machine. */
const folderProblem = (value: string): FieldProblem =>
  /^[A-Za-z]:\\[^"<>|?*\r\n/:]+[^"<>|?*\r\n/:\\]$/.test(value) ? null : text.wrong.folder;

export function checkAntivirusAnswers(answers: Answers): AnswerProblem[] {
  const { machine } = readAntivirusAnswers(answers);
  const isHere = machine === 'processServer';
  const fields: readonly (readonly [string, FieldProblem])[] = [
    ['machine', oneOf(answers.machine ?? '', ...machineKinds)],
    ['folder', isHere ? null : folderProblem(answers.folder ?? '')],
    ['action', isHere ? oneOf(answers.action ?? '', ...actions) : null],
  ];
  return fields.flatMap(([name, message]) => (message === null ? [] : [{ name, message }]));
}
