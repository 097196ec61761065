/** Standard input of a simulated program, line by line. */
export interface ToolInput {
  /** The next line; null when the input has ended, undefined while there is none yet. */
  next(): string | null | undefined;
}

/** An input that was given whole when the program was started. */
export function givenInput(text: string): ToolInput {
  const lines = linesOf(text);
  return { next: () => lines.shift() ?? null };
}

/** An input that is held open for one answer. */
export function heldInput(): ToolInput & { answer(text: string): void } {
  let lines: string[] | null = null;
  return {
    next: () => (lines === null ? undefined : (lines.shift() ?? null)),
    answer: (text) => {
      lines ??= linesOf(text);
    },
  };
}

const linesOf = (text: string) => (text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/));
