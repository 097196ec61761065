import { afterwardsOf } from '../../contract/afterwards';
import type { OperationState } from '../../contract/operation';
import { text } from '../../contract/text/psm';
import { writeReport } from '../application/services';
import type { StartedOperation } from '../engine/operations-options';
import type { Wired } from '../wiring';
import type { Console } from './console';
import { EXIT, exitOf } from './exit-codes';
import { progressPrinter } from './show';

/** The report is a convenience: when it can't be written the operation is no less done. */
function reportOf(application: Wired['application'], state: OperationState): string | null {
  try {
    return writeReport(application, state);
  } catch {
    return null;
  }
}

/** Follows an operation to its end, prints it, and returns the exit code of psm. */
export async function follow(
  { application }: Pick<Wired, 'application'>,
  console: Console,
  started: StartedOperation,
): Promise<number> {
  const { operations, events } = application;
  const print = progressPrinter(console);
  print(operations.state(started.operationId));
  const stopPrinting = events.on('operation.changed', print);
  let asked = false;
  const onInterrupt = () => {
    if (asked) {
      console.say(text.leaving);
      process.exit(EXIT.interrupted);
    }
    asked = true;
    console.say(text.cancelling);
    operations.cancel(started.operationId);
  };
  const onTerminate = () => process.exit(EXIT.interrupted);
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onTerminate);
  try {
    await started.ended;
  } catch (error) {
    // It can be resumed: the journal tells how far it came.
    const words = error instanceof Error ? error.message : String(error);
    console.problem({ ...text.unexpected, toolWords: [words], code: null });
  } finally {
    stopPrinting();
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onTerminate);
  }
  const state = operations.state(started.operationId);
  if (state.problem && state.status === 'failed') console.problem(state.problem);
  const report = reportOf(application, state);
  const code = state.problem?.code === 'secretsNeeded' ? EXIT.wrongUse : exitOf(state.status);
  console.say(text.ended[state.status]);
  if (state.status === 'done') {
    for (const line of afterwardsOf(state)) console.say(line);
  }
  if (report !== null) console.say(text.report(report));
  console.tell({
    event: 'end',
    operationId: state.id,
    status: state.status,
    exitCode: code,
    report,
  });
  return code;
}
