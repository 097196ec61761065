import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { text } from '../../contract/text/psm';
import { planDocuments } from '../application/documents';
import { orThrow } from '../application/problem-error';
import { findOwnPlaces, readOwnScript } from '../host/own-places';
import { openFor } from './context';
import { namedRunbook, type ProcedureOptions, readInput, tellProposal } from './procedure-input';
import { WrongUse } from './wrong-use';

const readScript = (name: string) => readOwnScript(findOwnPlaces(import.meta.dirname), name);

/** Makes the folder; refuses one with something in it, so that nothing is overwritten or mixed. */
function makeEmptyFolder(folder: string): void {
  let names: string[];
  try {
    mkdirSync(folder, { recursive: true });
    names = readdirSync(folder);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new WrongUse(text.exportFolder(folder, why));
  }
  if (names.length > 0) throw new WrongUse(text.exportFolderFull(folder));
}

/** `psm export NAME --to FOLDER`: the plan as files to read and to do by hand. Applies nothing. */
export async function exportFiles(
  name: string,
  options: ProcedureOptions & { to?: string },
): Promise<number> {
  namedRunbook(name);
  const { to: folder } = options;
  if (folder === undefined) throw new WrongUse(text.exportNeedsFolder);
  const opened = await openFor(options);
  const { procedure, answers } = await readInput(opened, name, options);
  const proposal = orThrow(await opened.application.procedures.propose(name, answers));
  const code = tellProposal(opened.console, proposal, procedure);
  if (proposal.plan === null) return code;
  const { procedures } = opened.application;
  const shown = { plan: proposal.plan, answers };
  const files = await planDocuments(shown, procedures, () => true, readScript);
  makeEmptyFolder(folder);
  for (const file of files) {
    writeFileSync(`${folder}/${file.name}`, file.text, { flag: 'wx' });
    opened.console.say(text.exported(`${folder}/${file.name}`));
  }
  opened.console.tell({
    event: 'exported',
    folder,
    hash: proposal.plan.hash,
    files: files.map((file) => file.name),
  });
  return code;
}
