import { spawn } from 'node:child_process';

/**
 * @typedef {object} Run
 * @property {number | null} code null when it was ended by a signal
 * @property {boolean} late it did not end in time and was killed
 * @property {string} output
 * @property {string} error
 */

/**
 * The environment of a PowerShell: the modules of another one, from which this may have been
 * started, would not load in it.
 * @param {Readonly<Record<string, string>>} more
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Record<string, string | undefined>}
 */
export function cleanEnvironment(more, env = process.env) {
  const kept = Object.entries(env).filter(([name]) => !/^(PSModulePath|PSM_MOCK_.*)$/i.test(name));
  const quiet = { POWERSHELL_TELEMETRY_OPTOUT: '1', POWERSHELL_UPDATECHECK: 'Off' };
  return { ...Object.fromEntries(kept), ...quiet, ...more };
}

/**
 * The arguments with a script put before what they run, in the same scope, so that its functions
 * stand in for commands of the same name.
 * @param {string[]} args those the program starts PowerShell with
 * @param {string | null} prelude path of the script
 * @returns {string[]}
 */
export function withPrelude(args, prelude) {
  if (prelude === null) return args;
  const literal = `'${prelude.replaceAll("'", "''")}'`;
  const block = `. ([ScriptBlock]::Create([IO.File]::ReadAllText(${literal})))`;
  return [...args.slice(0, -1), `${block}; ${args.at(-1)}`];
}

/**
 * Runs a PowerShell to its end.
 * @param {string} file
 * @param {string[]} args
 * @param {{ cwd: string, environment: Readonly<Record<string, string>>, input: string,
 *   limitMs: number }} options
 * @returns {Promise<Run>}
 */
export function startPowerShell(file, args, { cwd, environment, input, limitMs }) {
  return new Promise((done, fail) => {
    const env = cleanEnvironment(environment);
    const child = spawn(file, args, { cwd, env, windowsHide: true });
    /** @type {{ output: Buffer[], error: Buffer[] }} */
    const said = { output: [], error: [] };
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, limitMs);
    child.stdout.on('data', (bytes) => said.output.push(bytes));
    child.stderr.on('data', (bytes) => said.error.push(bytes));
    // A script that does not read its line closes the pipe; that is no failure of the suite.
    child.stdin.on('error', () => {});
    child.on('error', (error) => {
      clearTimeout(timer);
      fail(error);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      const text = (/** @type {Buffer[]} */ parts) => Buffer.concat(parts).toString('utf8');
      done({ code, late, output: text(said.output), error: text(said.error) });
    });
    child.stdin.end(input);
  });
}
