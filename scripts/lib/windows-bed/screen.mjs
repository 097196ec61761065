import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { NotHere } from './not-here.mjs';
import { showWindowsOn } from './wine.mjs';

/**
 * Starts a virtual screen of the bed's own, which no other program knows.
 * @returns {Promise<() => Promise<void>>} ends it
 * @throws {NotHere} when it doesn't start
 */
export async function startScreen() {
  // It chooses a free number itself and writes it to descriptor 3.
  const args = ['-displayfd', '3', '-screen', '0', '1024x768x24', '-nolisten', 'tcp'];
  // It ends with us, however we end.
  const withUs = ['--pdeathsig', 'KILL', 'Xvfb', ...args];
  const child = spawn('setpriv', withUs, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const gone = new Promise((done) => {
    child.once('error', done);
    child.once('exit', done);
  });
  const told = child.stdio[3];
  const number = told && (await Promise.race([once(told, 'data'), gone.then(() => null)]));
  if (!number) throw new NotHere('the virtual screen (Xvfb) does not start');
  showWindowsOn(`:${String(number[0]).trim()}`);
  return async () => {
    showWindowsOn(null);
    child.kill('SIGTERM');
    await gone;
  };
}
