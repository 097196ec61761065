import { describe, expect, it } from 'vitest';
import type { OperationState, StepStatus } from '../../../contract/operation';
import type { PlanStep } from '../../../contract/plan';
import {
  isBeingUndone,
  undoOffer,
  undoProgress,
} from '../../../renderer/src/components/operation/undo';
import { operationWith, undoneBy } from './samples';

const forGood: PlanStep['undo'] = { kind: 'none', because: 'it sends data' };

const hasMade = ({ status, undo }: { status: StepStatus; undo: PlanStep['undo'] }) =>
  undo.kind === 'action' && ['done', 'failed', 'running'].includes(status);

/** An operation whose steps ended like this and can be undone like this. */
function ended(
  status: OperationState['status'],
  steps: readonly { status: StepStatus; undo: PlanStep['undo']; files?: string[] }[],
): OperationState {
  const operation = operationWith(
    steps.map((step) => ({ status: step.status, hasMade: hasMade(step) })),
    { status },
  );
  for (const [index, step] of operation.plan.body.steps.entries()) {
    const wanted = steps[index];
    if (!wanted) continue;
    step.undo = wanted.undo;
    step.touches = { files: wanted.files ?? [], registry: [], services: [] };
  }
  return operation;
}

const two = [
  { status: 'done', undo: undoneBy('removes the folder') },
  { status: 'done', undo: undoneBy('removes the file') },
] as const;

describe('the offer to undo', () => {
  it.each(['done', 'failed', 'cancelled', 'interrupted', 'stopped'] as const)(
    'is made where an operation is %s, the newest step first',
    (status) => {
      const offer = undoOffer(ended(status, two));
      expect(offer?.willBeUndone.map(({ how }) => how)).toEqual([
        'removes the file',
        'removes the folder',
      ]);
    },
  );

  it('is not made where all it would do is start services that run again', () => {
    const order = (order: 'start' | 'stop') =>
      ({ kind: 'service', service: 'tmansvc', order, seconds: 60 }) as const;
    const back: PlanStep['undo'] = {
      kind: 'action',
      how: 'tmansvc is started',
      action: order('start'),
      checks: [],
    };
    const operation = (started: StepStatus) => {
      const one = ended('stopped', [
        { status: 'done', undo: back },
        { status: started, undo: forGood },
      ]);
      const [stop, start] = one.plan.body.steps;
      if (stop) stop.action = order('stop');
      if (start) start.action = order('start');
      return one;
    };
    expect(undoOffer(operation('alreadyDone'))).toBeNull();
    expect(undoOffer(operation('waiting'))?.willBeUndone).toHaveLength(1);
  });

  it.each(['running', 'restartNeeded', 'undone'] as const)(
    'is not made while an operation is %s',
    (status) => {
      expect(undoOffer(ended(status, two))).toBeNull();
    },
  );

  it('leaves out steps that did nothing, and is not made when none is left', () => {
    const untouched = [
      { status: 'alreadyDone', undo: undoneBy('a') },
      { status: 'waiting', undo: undoneBy('b') },
      { status: 'undone', undo: undoneBy('c') },
      { status: 'done', undo: { kind: 'automatic', how: 'by itself' } },
      { status: 'done', undo: forGood, files: ['C:\\a'] },
    ] as const;
    const steps = untouched.map((step) => ({ ...step, files: ['C:\\a'] }));
    expect(undoOffer(ended('stopped', steps))).toBeNull();
  });

  it('takes back a step that failed half-way as well', () => {
    const steps = [{ status: 'failed', undo: undoneBy('removes what was copied') }] as const;
    expect(undoOffer(ended('failed', steps))?.willBeUndone).toHaveLength(1);
  });

  it('names what stays, but not steps that only looked', () => {
    const steps = [
      { status: 'done' as const, undo: forGood, files: ['C:\\a'] },
      { status: 'done' as const, undo: forGood },
      ...two,
    ];
    const stays = undoOffer(ended('done', steps))?.canNot;
    expect(stays?.map(({ step, because }) => [step.id, because])).toEqual([['1', 'it sends data']]);
  });
});

describe('an operation that runs backwards', () => {
  const [older, newer] = two;

  it('is known as long as it runs', () => {
    const operation = ended('running', [older, { ...newer, status: 'running' }]);
    expect(isBeingUndone(operation)).toBe(false);
    expect(isBeingUndone({ ...operation, isUndoing: true })).toBe(true);
    expect(isBeingUndone({ ...ended('undone', two), isUndoing: true })).toBe(false);
  });

  it('offers only what it made itself', () => {
    const operation = ended('failed', two);
    const steps = operation.steps.map((step) => ({ ...step, hasMade: false }));
    expect(undoOffer({ ...operation, steps })).toBeNull();
  });

  it('counts the steps that are undone of those that can be', () => {
    const steps = [
      { status: 'done' as const, undo: forGood },
      { ...older, status: 'running' as const },
      { ...newer, status: 'undone' as const },
    ];
    expect(undoProgress(ended('running', steps))).toEqual({ undone: 1, total: 2 });
  });
});
