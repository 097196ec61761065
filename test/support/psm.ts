import { type ChildProcess, spawn } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { journalRecordSchema } from '../../contract/operation';
import { samplePassphrase } from '../../practice';
import { isMoment } from './moment.mjs';

const psm = join(import.meta.dirname, '..', '..', 'out', 'psm', 'psm.js');
const diesInTime = pathToFileURL(join(import.meta.dirname, 'dies-in-time.mjs')).href;

const eventSchema = z.looseObject({
  event: z.string(),
  id: z.string().optional(),
  status: z.string().optional(),
});
export type PsmEvent = z.infer<typeof eventSchema>;

export interface PsmRun {
  code: number | null;
  signal: string | null;
  events: PsmEvent[];
  output: string;
}

/** A line psm prints that has these fields; of a number at least so much. */
export type Moment = Readonly<Record<string, string | number>>;

export interface RunOptions {
  secrets?: Record<string, string>;
  killOn?: Moment;
  interruptOn?: Moment;
  /** Told every line. */
  onEvent?(event: PsmEvent): void;
}

/** A state folder of its own, with a practice server in it, and psm to work on it. */
export class PsmBench {
  readonly folder = mkdtempSync(join(tmpdir(), 'psm-fault-'));
  readonly #globals: string[];

  constructor(
    scenario: Readonly<Record<string, unknown>>,
    timeFactor: string,
    executables = false,
  ) {
    const file = join(this.folder, 'scenario.json');
    writeFileSync(file, JSON.stringify({ id: 'fault', title: 'Fault', ...scenario }));
    const tools = executables ? ['--practice-executables'] : [];
    this.#globals = [
      '--practice',
      file,
      '--time-factor',
      timeFactor,
      '--state-folder',
      this.folder,
      ...tools,
    ];
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10 });
  }

  /**
   * Runs psm; `interruptOn` presses Ctrl+C, `killOn` ends it with SIGKILL: from outside, at any
   * point of what begins there, and by its own hand when that is over before the signal comes.
   */
  run(args: readonly string[], options: RunOptions = {}): Promise<PsmRun> {
    const { killOn } = options;
    const preloaded = killOn ? ['--import', diesInTime] : [];
    const command = [...preloaded, psm, ...args, '--json', ...this.#globals];
    const child = spawn(process.execPath, command, {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...(killOn ? { PSM_TEST_KILL_ON: JSON.stringify(killOn) } : {}) },
    });
    child.stdin.end(options.secrets ? `${JSON.stringify(options.secrets)}\n` : '');
    return collect(child, options);
  }

  /** Runs psm with nothing behind its standard input, as a scheduler does. */
  runWithoutInput(args: readonly string[]): Promise<PsmRun> {
    const all = [psm, ...args, '--json', ...this.#globals];
    return collect(spawn(process.execPath, all, { stdio: ['ignore', 'pipe', 'pipe'] }), {});
  }

  /** Lays the practice server anew. */
  reset(): Promise<PsmRun> {
    const [, scenario = ''] = this.#globals;
    const args = ['practice', 'reset', scenario, '--state-folder', this.folder, '--json'];
    return collect(
      spawn(process.execPath, [psm, ...args], { stdio: ['ignore', 'pipe', 'pipe'] }),
      {},
    );
  }

  apply(
    name: string,
    options: RunOptions & { answers?: Record<string, unknown>; approve?: string } = {},
  ): Promise<PsmRun> {
    const file = join(this.folder, 'answers.json');
    writeFileSync(file, JSON.stringify(options.answers ?? goodFileAnswers));
    const secrets = options.secrets ?? { passphrase: samplePassphrase };
    const approval = options.approve === undefined ? ['--yes'] : ['--approve', options.approve];
    return this.run(['apply', name, ...approval, '--answers', file], { ...options, secrets });
  }

  /** The hash of the plan that these answers lead to, as an admin takes it over. */
  async hashOf(name: string, answers: Record<string, unknown>): Promise<string> {
    const file = join(this.folder, 'answers.json');
    writeFileSync(file, JSON.stringify(answers));
    const { output } = await this.run(['plan', name, '--answers', file]);
    const hash = /"hash":"([0-9a-f]+)"/.exec(output)?.[1];
    if (hash === undefined) throw new Error(`No plan: ${output}`);
    return hash;
  }

  journals(): z.infer<typeof journalRecordSchema>[] {
    const operations = join(this.folder, 'practice', 'operations');
    if (!existsSync(operations)) return [];
    return readdirSync(operations).flatMap((id) =>
      readFileSync(join(operations, id, 'journal.jsonl'), 'utf8')
        .split('\n')
        .filter((line) => line.endsWith('}'))
        .map((line) => journalRecordSchema.parse(JSON.parse(line))),
    );
  }

  /** Every file below the state folder that holds this text, the simulated server's drives too. */
  filesWith(text: string): string[] {
    const found: string[] = [];
    const look = (folder: string) => {
      for (const name of readdirSync(folder)) {
        const path = join(folder, name);
        if (statSync(path).isDirectory()) look(path);
        else if (readFileSync(path).includes(text)) found.push(path.slice(this.folder.length + 1));
      }
    };
    look(this.folder);
    return found;
  }
}

/** Benches of one test file, each removed at its end by `removeAll`. */
export function psmBenches() {
  const benches: PsmBench[] = [];
  return {
    open(scenario: Readonly<Record<string, unknown>>, timeFactor: string): PsmBench {
      const bench = new PsmBench(scenario, timeFactor);
      benches.push(bench);
      return bench;
    },
    removeAll() {
      for (const bench of benches) bench.remove();
    },
  };
}

/** When that step of an operation begins. */
export const stepRuns = (id: string): Moment => ({ event: 'step', id, status: 'running' });

export const goodFileAnswers = {
  setupFile: 'C:\\Users\\Administrator\\Downloads\\MicrosoftAzureSiteRecoveryUnifiedSetup.exe',
  acceptTerms: true,
  csAddress: '10.20.30.40',
  proxyMode: 'direct',
  environment: 'vmware',
  installFolder: 'D:\\ASR',
  dataAddress: '10.20.30.41',
  dataPort: 9443,
};

async function collect(
  child: ChildProcess,
  { killOn, interruptOn, onEvent }: RunOptions,
): Promise<PsmRun> {
  let isInterrupted = false;
  const events: PsmEvent[] = [];
  let rest = '';
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
    output += piece;
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const event = eventSchema.parse(JSON.parse(line));
      events.push(event);
      onEvent?.(event);
      if (killOn && isMoment(event, killOn)) child.kill('SIGKILL');
      if (!isInterrupted && interruptOn && isMoment(event, interruptOn)) {
        isInterrupted = child.kill('SIGINT');
      }
    }
  });
  child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
    output += piece;
  });
  return new Promise((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, events, output }));
  });
}
