import { describeAction } from '../../../contract/describe-action';
import { keysOutside } from '../../../contract/registry-differences';
import { serverFolder } from '../../../contract/server-path';
import { text } from '../../../contract/text/engine';
import { done, type Perform } from './context';

/** Puts a kept file in its place: written beside it first, so that a crash leaves the old one. */
export const restoreFile: Perform<'restoreFile'> = async (action, context) => {
  const { files } = context.server;
  await files.makeFolder(serverFolder(action.to));
  await files.copy(action.from, action.to, context.signal);
  return context.signal.aborted ? { kind: 'cancelled' } : done();
};

/** Brings a kept key back; only ever at or below the key that the plan names. */
export const importKey: Perform<'importKey'> = async (action, context) => {
  const kept = await context.server.registry.readKept(action.view, action.file);
  const [outside] = keysOutside(kept, action.key);
  if (outside !== undefined) {
    const problem = { ...text.importOutside(outside, action.key), toolWords: [], code: null };
    return { kind: 'failed', problem, facts: {} };
  }
  context.line('engine', describeAction(action));
  await context.server.registry.importFrom(action.view, action.file);
  return done();
};

/** Removes values and keys; only ever at or below the key that the plan names as its limit. */
export const removeRegistry: Perform<'removeRegistry'> = async (action, context) => {
  const within = action.within.toLowerCase();
  const isOutside = ({ key }: { key: string }) => {
    const name = key.toLowerCase();
    return name !== within && !name.startsWith(`${within}\\`);
  };
  const outside = action.entries.find(isOutside);
  if (outside) {
    const problem = { ...text.removeOutside(outside.key), toolWords: [], code: null };
    return { kind: 'failed', problem, facts: {} };
  }
  context.line('engine', describeAction(action));
  for (const { key, name } of action.entries) {
    await context.server.registry.remove(action.view, key, name);
  }
  return done({ removed: String(action.entries.length) });
};
