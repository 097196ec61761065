import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { Refusal } from './say.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] the checkout when left out
 * @property {NodeJS.ProcessEnv} [env]
 * @property {'inherit' | 'stderr'} [output] `stderr` sends what the program says to standard error
 */

/**
 * Runs a program with our terminal and waits for its end.
 * @param {string} file
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 * @throws {Refusal} when it can't be started
 */
export function run(file, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(file, args, {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: ['inherit', options.output === 'stderr' ? 2 : 'inherit', 'inherit'],
    });
    // Ctrl+C reaches the child through the terminal; waiting for it keeps the order of the output.
    const wait = () => {};
    const end = () => child.kill('SIGTERM');
    process.on('SIGINT', wait);
    process.on('SIGTERM', end);
    const finish = () => {
      process.off('SIGINT', wait);
      process.off('SIGTERM', end);
    };
    child.on('error', (error) => {
      finish();
      fail(new Refusal(`Couldn't start ${file}: ${error.message}`));
    });
    child.on('close', (code) => {
      finish();
      done(code ?? 1);
    });
  });
}

/**
 * Runs a program and collects what it says.
 * @param {string} file
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options]
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>} code 127 when it could not
 *   be started, 124 when the time ran out
 */
export function capture(file, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(file, args, {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeoutMs,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    child.on('error', (error) => done({ code: 127, stdout, stderr: stderr + error.message }));
    child.on('close', (code) => done({ code: code ?? 124, stdout, stderr }));
  });
}

/**
 * The arguments that start npm through this Node, which works the same on every system.
 * @param {string[]} args
 * @returns {[string, string[]]} file and arguments for `run` or `capture`
 */
export function npm(args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return [process.execPath, [cli, ...args]];
  return process.platform === 'win32' ? ['cmd.exe', ['/d', '/c', 'npm', ...args]] : ['npm', args];
}

/**
 * The arguments that start an installed package's program through this Node.
 * @param {string} packageName
 * @param {string} programName
 * @param {string[]} args
 * @returns {[string, string[]]} file and arguments for `run` or `capture`
 */
export function program(packageName, programName, args) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const entry = typeof bin === 'string' ? bin : bin[programName];
  return [process.execPath, [join(folder, entry), ...args]];
}
