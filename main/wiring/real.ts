import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createApplication } from '../application/application';
import { ensureStateFolder } from '../application/state-folder';
import { createContinuation } from '../host/continuation';
import { type OwnPlaces, userDataFolder } from '../host/own-places';
import { openStateStore } from '../host/state-store';
import { stepHostProgram } from '../host/step-host-program';
import { createWindowsServer } from '../host/windows-server';
import type { Wired, WiringOptions } from './options';

/** The program on the Windows server it runs on. */
export async function wireReal(options: WiringOptions, own: OwnPlaces): Promise<Wired> {
  const stepHost = stepHostProgram(own, { kind: 'real' });
  const host = createWindowsServer(own.scripts, stepHost);
  const { ownFolder } = host.places;
  const state = await ensureStateFolder(host, ownFolder);
  const folder = state.trusted
    ? (options.stateFolder ?? ownFolder)
    : join(userDataFolder(), 'read-only');
  mkdirSync(folder, { recursive: true });
  const application = createApplication({
    host,
    store: openStateStore(folder),
    stateProblem: state.trusted ? null : state.problem,
    continuation: createContinuation(host, {
      at: options.program === 'psm' ? 'startUp' : 'signIn',
      program: options.startAgain ?? [process.execPath],
    }),
    approveDestructive: (plan) =>
      options.approval?.approveDestructive(plan) ?? Promise.resolve(false),
    program: options.program ?? 'window',
  });
  return { application, practice: null };
}
