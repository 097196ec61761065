import { createServices as servicesOf } from '../application/services';
import { findOwnPlaces, readOwnScript } from '../host/own-places';
import type { ToolRunner } from '../host/ports';
import type { StepHostServer } from '../host/step-host-files';
import { createWindowsTools, windowsPlaces } from '../host/windows-server';
import { APP_NAME, APP_VERSION } from '../product';
import type { Services } from '../services';
import type { Wired, WiringOptions } from './options';
import { practiceStepTools, wirePractice } from './practice';
import { wireReal } from './real';

export type { Wired, WiringOptions } from './options';
export {
  listScenarios,
  OtherScenario,
  PracticeInUse,
  practiceFolderOf,
  replayRecords,
  resetPractice,
  runTool,
  showPractice,
} from './practice';

/** Builds everything once, on the real or the practice server, for any entry. */
export function wire(options: WiringOptions): Promise<Wired> {
  const own = findOwnPlaces(import.meta.dirname);
  return options.mode === 'practice' ? wirePractice(options, own) : wireReal(options, own);
}

/** What a window needs. */
export async function createServices(options: WiringOptions): Promise<Services> {
  const { application, practice } = await wire(options);
  const electron = process.versions.electron;
  const node = `Node ${process.versions.node}`;
  const runtime = electron === undefined ? node : `Electron ${electron}, ${node}`;
  return servicesOf({
    application,
    practice,
    product: { product: APP_NAME, version: APP_VERSION, runtime },
    readScript: (name) => readOwnScript(findOwnPlaces(import.meta.dirname), name),
  });
}

/** The tools that a step host runs, on the server that its order names. */
export async function stepHostTools(server: StepHostServer): Promise<ToolRunner> {
  const own = findOwnPlaces(import.meta.dirname);
  return server.kind === 'real'
    ? createWindowsTools(windowsPlaces(own.scripts))
    : practiceStepTools(server, own);
}
