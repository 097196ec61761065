import type { Check } from '../../contract/check';
import type { PlanStep, StepAction } from '../../contract/plan';

/** What a step has to say; everything else has a quiet default. */
export type StepWords = { title: string; reason: string };

export interface StepOptions {
  touches?: Partial<PlanStep['touches']>;
  usualSeconds?: number;
  cancel?: PlanStep['cancel'];
  undo: PlanStep['undo'];
  restart?: PlanStep['restart'];
  checks?: readonly Check[];
  skipWhen?: readonly Check[];
  supports?: readonly string[];
  follows?: readonly string[];
  rerunChecks?: readonly Check[];
  isRepeated?: true;
  whenNotProven?: string;
}

/** Puts a step together. */
export function step(
  id: string,
  words: StepWords,
  action: StepAction,
  options: StepOptions,
): PlanStep {
  return {
    id,
    title: words.title,
    reason: words.reason,
    action,
    touches: { files: [], registry: [], services: [], ...options.touches },
    usualSeconds: options.usualSeconds ?? 1,
    cancel: options.cancel ?? 'boundary',
    undo: options.undo,
    restart: options.restart ?? 'no',
    checks: [...(options.checks ?? [])],
    skipWhen: [...(options.skipWhen ?? [])],
    supports: [...(options.supports ?? [])],
    follows: [...(options.follows ?? [])],
    rerunChecks: [...(options.rerunChecks ?? [])],
    ...(options.isRepeated ? { isRepeated: true } : {}),
    ...(options.whenNotProven === undefined ? {} : { whenNotProven: options.whenNotProven }),
  };
}

export const noUndo = (because: string): PlanStep['undo'] => ({ kind: 'none', because });
export const actionUndo = (
  how: string,
  action: StepAction,
  checks: readonly Check[],
): PlanStep['undo'] => ({ kind: 'action', how, action, checks: [...checks] });
export const automaticUndo = (how: string): PlanStep['undo'] => ({ kind: 'automatic', how });
