import { z } from 'zod';
import { defenderOf, requireDefender } from './defender';
import { script } from './script';

const input = z.object({ add: z.string(), remove: z.string() });

const linesOf = (text: string) => text.split('\n').filter((line) => line !== '');
const has = (paths: readonly string[], path: string) =>
  paths.some((one) => one.toLowerCase() === path.toLowerCase());

/**
 * `Add-MpPreference` and `Remove-MpPreference`, and what is in force afterwards. A locked Defender
 * takes every change without an error and stays as it is.
 */
export const changeDefender = script(input, async (context, { add, remove }) => {
  const before = await context.world.read();
  requireDefender(defenderOf(before));
  const [added, removed] = [linesOf(add), linesOf(remove)];
  if (!before.isAdministrator) {
    const message = "You don't have enough permissions to perform the requested operation.";
    const failed = [...added, ...removed].sort().map((path) => ({ path, message }));
    return { hidden: true, failed, paths: [] };
  }
  const paths = await context.world.change((world) => {
    const defender = defenderOf(world);
    if (defender.lockedBy !== 'nobody') return defender.paths;
    const kept = defender.paths.filter((path) => !has(added, path));
    const left = [...kept, ...added].filter((path) => !has(removed, path));
    world.defender = { ...defender, paths: left };
    return left;
  });
  const missed = [
    ...added.filter((path) => !has(paths, path)),
    ...removed.filter((path) => has(paths, path)),
  ];
  return { hidden: false, failed: missed.sort().map((path) => ({ path, message: '' })), paths };
});
