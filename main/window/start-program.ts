import { execFile } from 'node:child_process';
import type { StartProgram } from './restart-as-administrator';

/** Starts a program by its absolute path and waits for its end; -1 when it could not be started. */
export const startProgram: StartProgram = (file, args, env) =>
  new Promise((resolve) => {
    execFile(
      file,
      [...args],
      { env: { ...process.env, ...env }, windowsHide: true, shell: false },
      (error) => {
        if (!error) resolve(0);
        else resolve(typeof error.code === 'number' ? error.code : -1);
      },
    );
  });
