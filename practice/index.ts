import { serverFileName } from '../contract/server-path';
import type {
  ServerClock,
  ServerFiles,
  ServerNetwork,
  ServerPlaces,
  ToolRunner,
} from '../main/host/ports';
import { powershellPath, system32 } from './products/windows';
import { restartServer } from './restart';
import { encodeOutput } from './runner/encoding';
import { crashExitCode, encodingOf, forcedExitCode, playTool } from './runner/play';
import { ToolGone, type ToolRequest } from './runner/tool';
import { createToolRunner } from './runner/tool-runner';
import { toolNamed } from './tools';
import { openClock } from './world/clock';
import { openFiles } from './world/files';
import { openNetwork } from './world/network';
import { openWorld } from './world/store';

export { createPracticeServer } from './create';
export { ToolGone, ToolNotStarted, type ToolRequest } from './runner/tool';
export { readScenarios, scenarioNamed, scenarios, scenarioTitles } from './scenarios';
export { parseScenario, type Scenario, samplePassphrase } from './scenarios/schema';
export { changeTimeFactor } from './world/clock';

/** A simulated process server behind the same ports as a real one. */
export interface PracticeServer {
  files: ServerFiles;
  network: ServerNetwork;
  clock: ServerClock;
  places: ServerPlaces;
  /** Runs simulated programs in this process; `survives` of a start is not looked at. */
  tools: ToolRunner;
  /** True when a simulated program has that file name, or it is the usual one of a set-up file. */
  toolExists(file: string): boolean;
  state(): Promise<{ scenario: string; scenarioTitle: string; timeFactor: number }>;
  /** Restarts the simulated Windows. */
  restart(): Promise<void>;
}

export interface PracticeOptions {
  /** False once the program that started the simulated tools is gone. */
  programIsAlive?: () => boolean;
  /** Ends the program that started the simulated tools: the user is signed out. */
  signOut?: () => void;
}

/** Opens a server that `createPracticeServer` has laid; throws when there is none. */
export async function openPracticeServer(
  folder: string,
  options: PracticeOptions = {},
): Promise<PracticeServer> {
  const store = openWorld(folder);
  const clock = openClock(folder);
  const { user } = await store.read();
  const files = openFiles(store, { now: clock.now });
  const systemFiles = openFiles(store, { now: clock.now, asSystem: true });
  return {
    files,
    clock,
    network: openNetwork(store, systemFiles, clock),
    tools: createToolRunner({ world: store, clock }, options.programIsAlive, options.signOut),
    places: {
      system32,
      windows: 'C:\\Windows',
      programData: 'C:\\ProgramData',
      programFiles: 'C:\\Program Files',
      downloads: ['C:\\Users\\Administrator\\Downloads'],
      powershell: powershellPath,
      temp: 'C:\\Users\\Administrator\\AppData\\Local\\Temp',
      ownFolder: 'C:\\ProgramData\\ProcessServerManager',
      scripts: 'C:\\Program Files\\Process Server Manager\\resources\\powershell',
      user,
    },
    toolExists: (file) =>
      toolNamed(serverFileName(file)) !== undefined || /UnifiedSetup[^\\]*\.exe$/i.test(file),
    state: async () => {
      const { scenario, scenarioTitle } = await store.read();
      return { scenario, scenarioTitle, timeFactor: clock.timeFactor() };
    },
    restart: () => restartServer(store, clock),
  };
}

export interface ToolIo extends PracticeOptions {
  /** Bytes as the real program writes them. */
  output(bytes: Uint8Array): void;
  error(bytes: Uint8Array): void;
  /** Ends the program by force. */
  signal?: AbortSignal;
}

/**
 * Runs one simulated program of a practice server and returns its exit code, 32 bits unsigned.
 * An end by force gives the code Windows has for it. Throws `ToolNotStarted` when there is none,
 * and `ToolGone` when the program that started it is gone: nobody is left to be told a code.
 */
export async function runPracticeTool(
  folder: string,
  request: ToolRequest,
  io: ToolIo,
): Promise<number> {
  const encoding = encodingOf(request.file);
  try {
    const place = { world: openWorld(folder), clock: openClock(folder) };
    return await playTool(place, request, {
      output: (text) => io.output(encodeOutput(text, encoding)),
      error: (text) => io.error(encodeOutput(text, encoding)),
      signal: io.signal,
      programIsAlive: io.programIsAlive,
      signOut: io.signOut,
    });
  } catch (error) {
    if (!(error instanceof ToolGone) || error.reason === 'programGone') throw error;
    return error.reason === 'crashed' ? crashExitCode : forcedExitCode;
  }
}
