import assert from 'node:assert/strict';
import { createContinuation } from '../../../main/host/continuation';
import { parseServiceList, startTypeOf } from '../../../main/host/services';
import { serviceCommandReader } from '../../../main/vendor/service-command';
import { becomesTrue, host, programFile, runSystemTool, server } from '../bed';
import { type Case, NotHere } from '../harness';

const NAME = 'PsmProof';
const KEY = `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${NAME}`;

async function tool(name: string, ...args: string[]) {
  const run = await runSystemTool(name, args);
  assert.ok(run.end.kind === 'exited', run.end.kind);
  return { code: run.end.code, output: run.output, error: run.error, log: '' };
}

async function good(name: string, ...args: string[]): Promise<void> {
  const { code, output, error } = await tool(name, ...args);
  assert.equal(code, 0, `${name} ${args.join(' ')}: ${output}${error}`);
}

/** Wine's sc.exe lists one service at a time, without its process id. */
async function state(): Promise<string | undefined> {
  const { output } = await tool('sc.exe', 'query', NAME);
  return parseServiceList(output).find((one) => one.name === NAME)?.state;
}

async function startType(): Promise<string> {
  const services = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services';
  return startTypeOf(await server.registry.read('64', services), NAME);
}

/** As the program starts and stops a service, and judges the answer. */
async function net(verb: 'start' | 'stop'): Promise<void> {
  const outcome = await tool('net.exe', verb, NAME);
  const { problem } = serviceCommandReader.judge(outcome);
  assert.equal(problem, null, JSON.stringify(problem));
}

const setStart = (value: number) =>
  good('reg.exe', 'add', KEY, '/v', 'Start', '/t', 'REG_DWORD', '/d', String(value), '/f');

export const serviceCases: Case[] = [
  {
    name: 'services: all are listed, with state, start type and process id',
    async run() {
      const lists = await tool('sc.exe', 'queryex', 'type=', 'service', 'state=', 'all');
      if (lists.code !== 0) throw new NotHere('its sc.exe has no queryex');
      const found = await server.services.list();
      assert.ok(found.some(({ state, pid }) => state === 'running' && pid !== null));
      assert.ok(found.some(({ startType }) => startType !== 'unknown'));
    },
  },
  {
    name: 'services: a new one is stopped, its start type is read from the registry',
    async run() {
      await tool('net.exe', 'stop', NAME);
      await tool('sc.exe', 'delete', NAME);
      await good('sc.exe', 'create', NAME, 'binPath=', programFile('service'), 'start=', 'demand');
      assert.equal(await state(), 'stopped');
      assert.equal(await startType(), 'manual');
    },
  },
  {
    name: 'services: every start type, the delayed one from its own value',
    async run() {
      const seen: string[] = [];
      for (const value of [2, 4, 3]) {
        await setStart(value);
        seen.push(await startType());
      }
      await setStart(2);
      await good(
        'reg.exe',
        ...['add', KEY, '/v', 'DelayedAutostart', '/t', 'REG_DWORD', '/d', '1', '/f'],
      );
      seen.push(await startType());
      await setStart(3);
      assert.deepEqual(seen, ['automatic', 'disabled', 'manual', 'delayed']);
    },
  },
  {
    name: 'services: started and stopped by net.exe, each read back from sc.exe',
    async run() {
      await net('start');
      assert.ok(await becomesTrue(async () => (await state()) === 'running'));
      await net('stop');
      assert.ok(await becomesTrue(async () => (await state()) === 'stopped'));
      await net('start');
      assert.ok(await becomesTrue(async () => (await state()) === 'running'));
      await net('stop');
    },
  },
  {
    name: 'services: one that is not there is a failure with the words of the tool',
    async run() {
      const outcome = await tool('net.exe', 'start', 'PsmNone');
      const { problem } = serviceCommandReader.judge(outcome);
      assert.ok(problem !== null && problem.toolWords.join('') !== '', JSON.stringify(outcome));
    },
  },
  {
    name: 'services: a removed one is not listed',
    async run() {
      await good('sc.exe', 'delete', NAME);
      assert.ok(await becomesTrue(async () => (await state()) === undefined));
    },
  },
  {
    name: 'the entry that goes on after a restart is written, read back and taken away',
    async run() {
      const program = 'C:\\Program Files\\Process Server Manager\\Process Server Manager.exe';
      const continuation = createContinuation(host, { at: 'signIn', program: [program] });
      const runOnce = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnce';
      const entry = async () => {
        const tree = await server.registry.read('64', runOnce);
        return [...(tree.values().next().value?.values() ?? [])].map(({ text }) => text);
      };
      const registered = await continuation.register('20261121-set-up');
      assert.ok(registered.ok);
      assert.deepEqual(await entry(), [`"${program}" resume 20261121-set-up`]);
      assert.equal(await continuation.unregister(), registered.value);
      assert.deepEqual(await entry(), []);
      assert.equal(await continuation.unregister(), '');
    },
  },
];
