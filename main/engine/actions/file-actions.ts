import { z } from 'zod';
import { secretFields } from '../../../contract/secret';
import { text } from '../../../contract/text/engine';
import { readProtection, strangersIn } from '../checks/folder-protection';
import { type ActionContext, done, type Perform } from './context';

const createdSchema = z.object({ created: z.boolean(), owner: z.string() });

/** Makes the folder together with its protected ACL, or proves that the one there may be trusted. */
export const protectedFolder: Perform<'protectedFolder'> = async (action, context) => {
  const { server } = context;
  const made = await server.scripts.run(
    'new-protected-folder',
    { path: action.path },
    createdSchema,
    60,
  );
  if (!made.ok) return { kind: 'failed', problem: made.problem, facts: {} };
  if (made.value.created && action.temporary) {
    context.write({ kind: 'temporaryPlaced', path: action.path, original: null });
  }
  const folder = await readProtection(server, action.path);
  if (!folder.ok) return { kind: 'failed', problem: folder.problem, facts: {} };
  const strangers = strangersIn(folder.value);
  if (strangers.length > 0) {
    const problem = { ...text.folderNotOurs(action.path), toolWords: strangers, code: null };
    return { kind: 'failed', problem, facts: {} };
  }
  return done();
};

export const copyFile: Perform<'copyFile'> = async (action, context) => {
  await context.server.files.copy(action.from, action.to, context.signal);
  return context.signal.aborted ? { kind: 'cancelled' } : done();
};

/** True when the original is still kept, so that what lies there now is our own. */
async function isPlacedWhole(
  { path, keepOriginalAs }: { path: string; keepOriginalAs: string | null },
  context: ActionContext,
): Promise<boolean> {
  const placed = context.placedAt(path);
  if (placed === null) return false;
  if (placed.original === null || keepOriginalAs === null) return true;
  return (await context.server.files.stat(keepOriginalAs)) !== null;
}

/**
 * Writes a file whole, filling in secrets only now. The content is UTF-8 without byte order mark.
 * What is temporary is written to the journal first, so that no crash can make it permanent.
 */
export const writeFile: Perform<'writeFile'> = async (action, context) => {
  const { files } = context.server;
  const content = action.content
    .map((part) => ('text' in part ? part.text : (context.secrets[part.secret]?.reveal() ?? '')))
    .join('');
  if (action.temporary && !(await isPlacedWhole(action, context))) {
    const keep = action.keepOriginalAs;
    const original = keep !== null && (await files.stat(action.path)) !== null ? keep : null;
    // The copy of the original is whole before the journal promises that it can be put back.
    if (original !== null) {
      context.write({ kind: 'temporaryPlaced', path: original, original: null });
      await files.copy(action.path, original);
    }
    context.write({ kind: 'temporaryPlaced', path: action.path, original });
  }
  await files.write(action.path, new TextEncoder().encode(content));
  return done();
};

/**
 * Verifies a file by a shipped script and keeps what was found, with the SHA-256 of exactly the
 * bytes that were verified, beside it.
 */
export const recordVerified: Perform<'recordVerified'> = async (action, context) => {
  const { server, readers } = context;
  const read = readers.scripts[action.reader];
  if (!read) throw new Error(`No reader named ${action.reader}.`);
  await server.files.remove(action.recordPath);
  const before = await server.files.sha256(action.path, context.signal);
  const answer = await server.scripts.run(
    action.script,
    { path: action.path },
    z.record(z.string(), z.unknown()),
    600,
  );
  if (!answer.ok) return { kind: 'failed', problem: answer.problem, facts: {} };
  const judgement = read(answer.value);
  const facts = { sha256: before, ...judgement.facts };
  if (judgement.problem) return { kind: 'failed', problem: judgement.problem, facts };
  // Size and date let a look tell without reading it all whether the file is still this one.
  const { size, modified } = (await server.files.stat(action.path)) ?? {};
  const record = { ...facts, sizeBytes: size, modified };
  await server.files.write(action.recordPath, new TextEncoder().encode(JSON.stringify(record)));
  return done(facts);
};

/** Runs a shipped script, with secrets on its standard input only. */
export const runScript: Perform<'script'> = async (action, context) => {
  const read = context.readers.scripts[action.reader];
  if (!read) throw new Error(`No reader named ${action.reader}.`);
  const answer = await context.server.scripts.run(
    action.script,
    { ...action.input, ...secretFields(action.secretInput, context.secrets) },
    z.record(z.string(), z.unknown()),
    action.timeoutSeconds,
  );
  if (!answer.ok) return { kind: 'failed', problem: answer.problem, facts: {} };
  const judgement = read(answer.value);
  return judgement.problem
    ? { kind: 'failed', problem: judgement.problem, facts: judgement.facts }
    : done(judgement.facts);
};

/** Ends what was placed for a while before the end of the plan, because what follows needs it so. */
export const putBack: Perform<'putBack'> = async (action, context) => {
  const left = await context.putBack(action.paths);
  if (left.length === 0) return done();
  const problem = { ...text.notPutBack, toolWords: left, code: null };
  return { kind: 'failed', problem, facts: {} };
};
