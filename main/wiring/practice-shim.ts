import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Launch } from '../host/execa-runner';
import type { OwnPlaces } from '../host/own-places';
import type { ProcessSpec } from '../host/ports';

/**
 * Starts a simulated tool as a program of its own. Linux keeps 8 bits of an exit code, so the tool
 * leaves the whole 32 in a file that is read when it has ended.
 */
export function practiceShim(
  practice: { toolExists(file: string): boolean },
  world: string,
  programPid: number,
  own: OwnPlaces,
): (spec: ProcessSpec) => Launch {
  return (spec) => {
    const folder = mkdtempSync(join(tmpdir(), 'psm-tool-'));
    const codeFile = join(folder, 'code');
    const file = practice.toolExists(spec.file) ? own.node : join(folder, 'missing');
    return {
      file,
      args: [
        join(own.psm, 'psm.js'),
        'practice',
        'tool',
        world,
        codeFile,
        String(programPid),
        spec.cwd,
        spec.file,
        ...spec.args,
      ],
      cwd: folder,
      env: { ...spec.env },
      wholeExitCode: async () => {
        try {
          return Number(readFileSync(codeFile, 'utf8'));
        } catch {
          return null;
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      },
    };
  };
}
