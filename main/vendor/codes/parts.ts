import type { text } from '../../../contract/text/set-up-codes';
import { cdpcli } from './cdpcli';
import { csgetfingerprint } from './csgetfingerprint';
import { dependenciesInstaller } from './dependencies-installer';
import type { ExitCodeTable } from './exit-code-table';
import { cxcli, cxpsclient } from './log-upload';
import { marsAgentInstaller } from './mars-agent-installer';
import { processServerInstaller } from './process-server-installer';
import { setMarsProxy } from './set-mars-proxy';
import { unifiedAgent } from './unified-agent';
import { unifiedAgentConfigurator } from './unified-agent-configurator';

export type PartName = keyof typeof text.parts;

/** A program that set-up starts, and the part of the installation it stands for. */
export interface SetUpPart {
  name: PartName;
  table: ExitCodeTable;
  /** Exit code with which set-up ends when the part fails; null: it goes on all the same. */
  endsWith: number | null;
  /** Lies in set-up's own folder; the others are brought by a part that was installed before. */
  isInPackage: boolean;
}

const part = (
  name: PartName,
  table: ExitCodeTable,
  endsWith: number | null,
  isInPackage = true,
): SetUpPart => ({ name, table, endsWith, isInPackage });

/** In the order in which set-up runs them. Source: vendor source, WrapperSetup. */
export const setUpParts: readonly SetUpPart[] = [
  part('passphrase', csgetfingerprint, 2),
  part('dependencies', dependenciesInstaller, 1),
  part('processServer', processServerInstaller, 1),
  part('masterTarget', unifiedAgent, 1),
  part('configuration', unifiedAgentConfigurator, 1, false),
  part('agent', marsAgentInstaller, 111),
  part('registration', cdpcli, 113, false),
  part('proxy', setMarsProxy, 115),
  part('upload', cxcli, null),
  part('upload', cxpsclient, null),
];

/** The part that a program of the log stands for; null when it is none of them. */
export function partOf(program: string): SetUpPart | null {
  const name = program.toLowerCase();
  return setUpParts.find(({ table }) => table.program.toLowerCase() === name) ?? null;
}
