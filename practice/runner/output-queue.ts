import type { OutputChunk } from '../../main/host/ports';

export interface OutputQueue {
  chunks: AsyncIterable<OutputChunk>;
  push(chunk: OutputChunk): void;
  end(): void;
}

/** Output that waits until somebody reads it; to be read once. */
export function createOutputQueue(): OutputQueue {
  const waiting: OutputChunk[] = [];
  let ended = false;
  let wake = () => {};
  async function* read(): AsyncGenerator<OutputChunk> {
    for (;;) {
      for (let chunk = waiting.shift(); chunk; chunk = waiting.shift()) yield chunk;
      if (ended) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
  return {
    chunks: read(),
    push: (chunk) => {
      waiting.push(chunk);
      wake();
    },
    end: () => {
      ended = true;
      wake();
    },
  };
}
