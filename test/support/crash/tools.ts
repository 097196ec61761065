import type {
  OutputChunk,
  ProcessEnd,
  ProcessRunner,
  RunningProcess,
  ToolRunner,
} from '../../../main/host/ports';

/** A program that was started, and how it ended so far. */
export interface Started {
  command: string;
  /** Under a step host. */
  survives: boolean;
  end: ProcessEnd | null;
}

/** Notes every program that is started, and how it ends. */
export const noting =
  (started: Started[]) =>
  (tools: ToolRunner): ToolRunner => ({
    run(spec) {
      const command = [spec.file, ...spec.args].join(' ');
      const one: Started = { command, survives: spec.survives !== undefined, end: null };
      started.push(one);
      const running = tools.run(spec);
      void running.ended.then(
        (end) => {
          one.end = end;
        },
        () => undefined,
      );
      return running;
    },
  });

/** Programs of these that ended well, the same ones together. */
export const endedWell = (started: readonly Started[]): string[] =>
  started.flatMap(({ command, end }) =>
    end?.kind === 'exited' && end.code === 0 ? [command] : [],
  );

/** Gives what a program prints to everyone who asks, from its beginning. */
function replayable(running: RunningProcess): () => RunningProcess {
  const chunks: OutputChunk[] = [];
  let isOver = false;
  let wake: () => void = () => {};
  let more = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const tell = () => {
    const told = wake;
    more = new Promise<void>((resolve) => {
      wake = resolve;
    });
    told();
  };
  void (async () => {
    for await (const chunk of running.output) {
      chunks.push(chunk);
      tell();
    }
    isOver = true;
    tell();
  })();
  return () => ({
    ...running,
    output: (async function* () {
      for (let at = 0; at < chunks.length || !isOver; ) {
        const chunk = chunks[at];
        if (chunk) {
          at += 1;
          yield chunk;
        } else await more;
      }
    })(),
  });
}

/** Step hosts in this process: a tool that has to survive goes on when its engine gives up. */
export function stepHostsHere(tools: ToolRunner): ProcessRunner {
  const hosts = new Map<string, { follow(): RunningProcess; isOver: boolean }>();
  return {
    run(spec) {
      const running = tools.run(spec);
      if (!spec.survives) return running;
      const host = { follow: replayable(running), isOver: false };
      hosts.set(spec.survives.endpoint, host);
      void running.ended.finally(() => {
        host.isOver = true;
      });
      return host.follow();
    },
    adopt({ endpoint }) {
      const host = hosts.get(endpoint);
      if (!host) throw new Error(`No step host at ${endpoint}.`);
      return host.follow();
    },
    leftTool({ endpoint }) {
      const host = hosts.get(endpoint);
      return Promise.resolve(!host ? 'gone' : host.isOver ? 'ended' : 'running');
    },
  };
}
