/** Hands on whole lines of an output that comes in pieces. */
export interface Lines {
  push(text: string): void;
  /** The last line, when nothing ended it. */
  end(): void;
}

/** A longer line is handed on in parts: nobody reads it, and it must not be held for ever. */
const LONGEST = 64 * 1024;

/**
 * Lines end with CR LF, LF or, as progress is often printed, a lone CR. Where the pieces are cut
 * makes no difference; empty lines are left out.
 */
export function createLines(onLine: (line: string) => void): Lines {
  let unfinished = '';
  const tell = (line: string) => {
    if (line.trim() !== '') onLine(line);
  };
  return {
    push(text) {
      const all = unfinished + text;
      // The line feed that belongs to a carriage return may come with the next piece.
      const lines = all.split(/\r\n|\n|\r(?=[\s\S])/);
      unfinished = lines.pop() ?? '';
      for (const line of lines) tell(line);
      if (unfinished.length > LONGEST) {
        tell(unfinished);
        unfinished = '';
      }
    },
    end() {
      tell(unfinished.replace(/\r$/, ''));
      unfinished = '';
    },
  };
}
