/** Hands on whole lines of an output that comes in pieces. */
export interface Lines {
  push(text: string): void;
  /** The last line, when nothing ended it. */
  end(): void;
}

/** A longer line is handed on in parts: nobody reads it, and it must not be held for ever. */
const LONGEST = 64 * 1024;

/** "Installing …" without an end says what goes on for minutes; the rest then comes as its own line. */
const HELD_MS = 1000;

/**
 * Lines end with CR LF, LF or, as progress is often printed, a lone CR. Where the pieces are cut
 * makes no difference, unless nothing more comes for a second; empty lines are left out.
 */
export function createLines(onLine: (line: string) => void, heldMs = HELD_MS): Lines {
  let unfinished = '';
  let timer: NodeJS.Timeout | undefined;
  const tell = (line: string) => {
    if (line.trim() !== '') onLine(line);
  };
  const end = () => {
    clearTimeout(timer);
    tell(unfinished.replace(/\r$/, ''));
    unfinished = '';
  };
  return {
    push(text) {
      clearTimeout(timer);
      const all = unfinished + text;
      // The line feed that belongs to a carriage return may come with the next piece.
      const lines = all.split(/\r\n|\n|\r(?=[\s\S])/);
      unfinished = lines.pop() ?? '';
      for (const line of lines) tell(line);
      if (unfinished.length > LONGEST) end();
      else if (unfinished !== '') timer = setTimeout(end, heldMs);
    },
    end,
  };
}
