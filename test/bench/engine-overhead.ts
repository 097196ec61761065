import { noUndo, step } from '../../main/runbooks/steps';
import { openPracticeApplication } from '../support/practice-application';
import { applySteps } from './apply-steps';

const STEPS = 100;

/** Milliseconds the engine itself needs for a step: journal, flush, state, events; no tool. */
export async function engineOverhead(): Promise<number> {
  const { application, remove } = await openPracticeApplication({});
  const words = { title: 'Nothing', reason: 'Only the engine is measured' };
  const steps = Array.from({ length: STEPS }, (_, index) =>
    step(`step-${index}`, words, { kind: 'prove' }, { undo: noUndo('it does nothing') }),
  );
  try {
    return ((await applySteps(application, steps)) * 1000) / STEPS;
  } finally {
    remove();
  }
}
