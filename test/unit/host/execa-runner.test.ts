import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Secret } from '../../../contract/secret';
import { collect } from '../../../main/host/collect';
import { createExecaRunner } from '../../../main/host/execa-runner';
import type { ProcessSpec } from '../../../main/host/ports';

const runner = createExecaRunner((spec) => ({
  file: spec.file,
  args: spec.args,
  cwd: spec.cwd,
  env: { ...spec.env },
}));

const node = (script: string, rest: Partial<ProcessSpec> = {}): ProcessSpec => ({
  file: process.execPath,
  args: ['-e', script, ...(rest.args ?? [])],
  cwd: tmpdir(),
  encoding: 'utf8',
  timeoutSeconds: 20,
  ...Object.fromEntries(Object.entries(rest).filter(([name]) => name !== 'args')),
});

test('arguments reach the program exactly as given', async () => {
  const args = ['a b', '"q"', 'end\\', '', '$HOME', '%PATH%', '&', 'ü'];
  const run = await collect(
    runner,
    node('console.log(JSON.stringify(process.argv.slice(1)))', { args: ['--', ...args] }),
  );
  expect(JSON.parse(run.output)).toEqual(args);
});

test('the own environment is not handed on', async () => {
  const run = await collect(runner, node('console.log(Object.keys(process.env).includes("HOME"))'));
  expect(run.output.trim()).toBe('false');
});

test('a secret goes in by standard input', async () => {
  const run = await collect(
    runner,
    node('process.stdin.pipe(process.stdout)', { stdin: new Secret('pass-wörd') }),
  );
  expect(run.output).toBe('pass-wörd');
});

test('a character that is cut in the middle arrives whole', async () => {
  const script =
    'process.stdout.write(Buffer.from([0xc3]));setTimeout(()=>process.stdout.write(Buffer.from([0xbc])),50)';
  expect((await collect(runner, node(script))).output).toBe('ü');
});

test('the console code page is decoded', async () => {
  const run = await collect(
    runner,
    node('process.stdout.write(Buffer.from([0x84,0x94,0x81]))', { encoding: 'oem' }),
  );
  expect(run.output).toBe('äöü');
});

test('the console code page of this Windows is asked for and used', async () => {
  const german = createExecaRunner(
    (spec) => ({ file: spec.file, args: spec.args, cwd: spec.cwd, env: {} }),
    () => 850,
  );
  const script =
    'process.stdout.write(Buffer.from([0x9b]));process.stderr.write(Buffer.from([0xe4]))';
  const run = await collect(german, node(script, { encoding: 'oem' }));
  expect([run.output, run.error]).toEqual(['ø', 'õ']);
});

test('why a program could not be started names it', async () => {
  const file = join(tmpdir(), 'nowhere', 'tool.exe');
  const { end } = await collect(runner, { ...node(''), file });
  expect(end).toMatchObject({ kind: 'notStarted', message: expect.stringContaining(file) });
});

test('a program that is not there is told apart from one that fails', async () => {
  const missing = await collect(runner, { ...node(''), file: '/nowhere/tool.exe' });
  const failing = await collect(runner, node('process.exit(7)'));
  expect(missing.end).toMatchObject({ kind: 'notStarted', code: 'ENOENT' });
  expect(failing.end).toEqual({ kind: 'exited', code: 7 });
});

test('a program that hangs is ended after its time', async () => {
  const run = await collect(runner, node('setInterval(()=>{},1000)', { timeoutSeconds: 0.3 }));
  expect(run.end).toEqual({ kind: 'timedOut', seconds: 0.3 });
});

test('a cancelled program is told as cancelled', async () => {
  const abort = new AbortController();
  const running = runner.run(node('setInterval(()=>{},1000)', { signal: abort.signal }));
  setTimeout(() => abort.abort(), 100);
  expect(await running.ended).toEqual({ kind: 'cancelled' });
});

test('an exit code of 32 bits is read where the system keeps only 8', async () => {
  const whole = createExecaRunner((spec) => ({
    file: spec.file,
    args: spec.args,
    cwd: spec.cwd,
    env: {},
    wholeExitCode: () => Promise.resolve(4294967295),
  }));
  expect((await collect(whole, node('process.exit(255)'))).end).toEqual({
    kind: 'exited',
    code: 4294967295,
  });
});

test('a program has ended when it ends, even while a child of it still holds its output', async () => {
  const script =
    'require("node:child_process").spawn(process.execPath, ["-e", "setTimeout(()=>{}, 8000)"], { detached: true, stdio: "inherit" }).unref(); console.log("done")';
  const run = await collect(runner, node(script));
  expect(run.end).toEqual({ kind: 'exited', code: 0 });
  expect(run.output.trim()).toBe('done');
});
