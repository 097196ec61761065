import type { PlanBody, PlanStep } from '../../../contract/plan';
import { wizardText } from '../text/wizard';

/** What a step touches, short: one thing by name, several counted. */
export function touchesInWords({ files, registry, services }: PlanStep['touches']): string {
  const short = (items: readonly string[], noun: string, many = `${noun}s`) => {
    const [only] = items;
    if (only === undefined) return [];
    return [items.length === 1 ? shortPath(only) : `${items.length} ${many}`];
  };
  return (
    [
      ...short(files, 'file or folder', 'files and folders'),
      ...short(registry, 'registry key'),
      ...short(services, 'service'),
    ].join(', ') || wizardText.touchesNothing
  );
}

/** The last two parts of a path, which mostly tell enough. */
function shortPath(path: string): string {
  const parts = path.split('\\');
  return parts.length <= 3 ? path : `…\\${parts.slice(-2).join('\\')}`;
}

/** Usual seconds of all steps together. */
export const totalSeconds = ({ steps }: Pick<PlanBody, 'steps'>) =>
  steps.reduce((sum, { usualSeconds }) => sum + usualSeconds, 0);

/** Whether Windows restarts: the strongest word of any step. */
export function restartOf({ steps }: Pick<PlanBody, 'steps'>): PlanStep['restart'] {
  if (steps.some(({ restart }) => restart === 'yes')) return 'yes';
  return steps.some(({ restart }) => restart === 'maybe') ? 'maybe' : 'no';
}
