import { rmSync } from 'node:fs';
import type { OperationState } from '../../../contract/operation';
import { applyProcedure } from '../run-procedure';
import { copyState, fillingUp } from './disk';
import { type CrashBench, finish, goOn, type Wanted, type Whole, wrongWith } from './matrix';
import { endedWell, noting, type Started, stepHostsHere } from './tools';

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** What is wrong with how an operation is told whose journal can't be written any more. */
function wrongWords(told: unknown, state: OperationState | null, last: OperationState | null) {
  const wrong: string[] = [];
  if (typeof told !== 'string' || !told.includes('ENOSPC')) wrong.push(`was told: ${told}`);
  if (state === null) return wrong;
  if (['done', 'running', 'undone'].includes(state.status)) wrong.push(`is told ${state.status}`);
  if (state.status === 'interrupted' && state.problem?.code !== 'ENOSPC') {
    wrong.push(`tells no cause: ${state.problem?.what}`);
  }
  if (last?.status !== state.status) wrong.push(`was shown as ${last?.status} at last`);
  return wrong;
}

/**
 * Applies a procedure on a disk that is full from that record on, makes room, goes on with it in
 * the same program, and tells all that is wrong.
 */
export async function fillAndFinish(
  whole: Whole,
  wanted: Wanted,
  record: number,
  bench: CrashBench,
): Promise<string[]> {
  const { row, answers } = whole;
  const folder = copyState(whole.ready, bench.newFolder());
  const { disk, around } = fillingUp(folder, record);
  const started: Started[] = [];
  const one = await bench.open(folder, {
    around: noting(started),
    onDisk: around,
    change: (host) => ({ ...host, processes: stepHostsHere(host.processes) }),
  });
  const { operations, events } = one.application;
  const known = new Set(operations.list().map(({ id }) => id));
  let last: OperationState | null = null;
  events.on('operation.changed', (state) => {
    last = state;
  });
  const told = await applyProcedure(one.application, row.procedure, answers)
    .then((state) => goOn(one, state))
    .then(({ status }) => ({ status }), messageOf);
  const left = started
    .filter(({ end, survives }) => end === null && !survives)
    .map(({ command }) => `still runs: ${command}`);
  const begun = operations.list().find(({ id }) => !known.has(id)) ?? null;
  const wrong = wrongWords(told, begun && operations.state(begun.id), last);
  if (operations.isBusy()) wrong.push('is still at work');
  disk.hasRoom = true;
  const state = begun
    ? await finish(one, operations.state(begun.id))
    : await goOn(one, await applyProcedure(one.application, row.procedure, answers));
  const ended = endedWell(started);
  const after = wrongWith(whole, wanted, { folder, state, cut: 'after', ended });
  rmSync(folder, { recursive: true, force: true });
  return [...left, ...wrong, ...after];
}
