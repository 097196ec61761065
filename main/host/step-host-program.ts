import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OwnPlaces } from './own-places';
import type { StepHostServer } from './step-host-files';
import type { StepHostProgram } from './surviving-runner';
import { folderFrom, toolEnvironment } from './windows-server';

/** Of the environment of this program, what a step host needs on a developer's machine. */
const KEPT_ELSEWHERE = ['PATH', 'HOME', 'TMPDIR', 'TZ', 'LANG'];

function elsewhere(): Record<string, string> {
  return Object.fromEntries(
    KEPT_ELSEWHERE.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** How a step host is started: our Node, our bundle, a fixed environment. */
export function stepHostProgram(own: OwnPlaces, server: StepHostServer): StepHostProgram {
  const windows = folderFrom('SystemRoot', 'C:\\Windows');
  const onWindows = process.platform === 'win32';
  return {
    node: own.node,
    script: join(own.psm, 'step-host.js'),
    server,
    environment: onWindows ? toolEnvironment(windows) : elsewhere(),
    cwd: onWindows ? windows : tmpdir(),
  };
}
