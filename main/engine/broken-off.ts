import type { OperationState } from '../../contract/operation';
import type { Problem } from '../../contract/problem';
import { text } from '../../contract/text/engine';

/** Why an operation broke off in this program, which its journal could not be told. */
export class BrokenOff {
  #last: { id: string; problem: Problem } | null = null;

  note(id: string, error: unknown): void {
    const what = error instanceof Error ? error.message : String(error);
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    this.#last = { id, problem: { ...text.brokeOff(what), toolWords: [], code } };
  }

  /** The state with what broke it off, as long as nobody has gone on with it. */
  tell(state: OperationState): OperationState {
    const isMeant = this.#last?.id === state.id && state.status === 'interrupted';
    return isMeant && this.#last ? { ...state, problem: this.#last.problem } : state;
  }
}
