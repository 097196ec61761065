import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Application, createApplication } from '../../main/application/application';
import { createContinuation } from '../../main/host/continuation';
import type { ProcessRunner, ServerHost, StateStore, ToolRunner } from '../../main/host/ports';
import { openStateStore } from '../../main/host/state-store';
import {
  createPracticeServer,
  openPracticeServer,
  type PracticeOptions,
  type PracticeServer,
  parseScenario,
} from '../../practice';

export interface PracticeApplication {
  application: Application;
  practice: PracticeServer;
  folder: string;
  remove(): void;
}

/** Runs everything in this process: a tool that has to survive simply does not survive a kill. */
function withoutStepHost(tools: ToolRunner): ProcessRunner {
  return {
    run: (spec) => tools.run(spec),
    adopt: () => ({
      output: (async function* () {})(),
      ended: Promise.resolve({ kind: 'lost' }),
      identity: Promise.resolve({ pid: null, startedAt: null }),
    }),
    leftTool: () => Promise.resolve('gone'),
  };
}

export interface PracticeApplicationOptions {
  folder?: string;
  /** Stands between the engine and every program that is started. */
  around?(tools: ToolRunner): ToolRunner;
  change?(host: ServerHost): ServerHost;
  /** Stands between the engine and the disk its journal is on. */
  onDisk?(store: StateStore): StateStore;
  practice?: PracticeOptions;
  /** The admin says yes in the box that asks about a destructive plan. */
  approves?: boolean;
}

/** The whole program without a window, on a fresh practice server with no waiting. */
export async function openPracticeApplication(
  scenario: Readonly<Record<string, unknown>>,
  options: PracticeApplicationOptions = {},
): Promise<PracticeApplication> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'psm-test-'));
  const world = join(folder, 'world');
  if (options.folder === undefined) {
    const given = parseScenario({ id: 'test', title: 'Test', ...scenario });
    await createPracticeServer(world, given, Number.POSITIVE_INFINITY);
  }
  const practice = await openPracticeServer(world, options.practice);
  const { files, network, clock, places } = practice;
  const tools = options.around?.(practice.tools) ?? practice.tools;
  const processes = withoutStepHost(tools);
  const plain: ServerHost = { kind: 'practice', files, network, clock, places, processes };
  const host = options.change?.(plain) ?? plain;
  const application = createApplication({
    host,
    store: options.onDisk?.(openStateStore(folder)) ?? openStateStore(folder),
    stateProblem: null,
    continuation: createContinuation(host, { at: 'signIn', program: ['C:\\psm.exe'] }),
    approveDestructive: () => Promise.resolve(options.approves ?? false),
    program: 'test',
  });
  return {
    application,
    practice,
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export const SET_UP_FILE =
  'C:\\Users\\Administrator\\Downloads\\MicrosoftAzureSiteRecoveryUnifiedSetup.exe';

/** Answers that lead to a working process server on the usual practice server. */
export const goodAnswers: Readonly<Record<string, string>> = {
  setupFile: SET_UP_FILE,
  csAddress: '10.20.30.40',
  proxyMode: 'direct',
  environment: 'vmware',
  installFolder: 'D:\\ASR',
  spaceCheck: 'no',
  dataAddress: '10.20.30.41',
  dataPort: '9443',
  acceptTerms: 'yes',
};
