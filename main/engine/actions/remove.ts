import { text } from '../../../contract/text/engine';
import { done, type Perform } from './context';

/** Removes a file or folder; only ever below the folder that the plan names as its limit. */
export const remove: Perform<'remove'> = async (action, context) => {
  const path = action.path.toLowerCase();
  const isBelow = path.startsWith(`${action.within.toLowerCase()}\\`);
  if (!isBelow || path.split('\\').includes('..')) {
    const problem = { ...text.removeOutside(action.path), toolWords: [], code: null };
    return { kind: 'failed', problem, facts: {} };
  }
  if ((await context.server.files.stat(action.path)) !== null) {
    await context.server.files.removeTree(action.path);
  }
  return done();
};
