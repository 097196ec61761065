import { expect, test } from 'vitest';
import { createRegistry } from '../../../main/host/registry';
import { createServiceCommands } from '../../../main/host/service-commands';
import { practiceServer } from './helper';

async function commandsOn(scenario: string) {
  const server = await practiceServer(scenario);
  const unused = (): never => {
    throw new Error('not part of this test');
  };
  const processes = { run: server.tools.run, adopt: unused, leftTool: unused };
  const host = {
    kind: 'practice' as const,
    processes,
    files: server.files,
    network: server.network,
    clock: server.clock,
    places: server.places,
  };
  const registry = createRegistry(host);
  return { registry, commands: createServiceCommands(host, registry) };
}

const ENOUGH = { seconds: 120 };

test('services of the practice server are stopped and started as on a real one', async () => {
  const { commands } = await commandsOn('already-installed');
  const names = ['svagents', 'cxprocessserver'];
  expect((await commands.stopAll(names, ENOUGH)).ok).toBe(true);
  expect(await commands.state('svagents')).toMatchObject({
    value: { state: 'stopped', pid: null, startType: 'delayed' },
  });
  expect((await commands.startAll(names, ENOUGH)).ok).toBe(true);
  expect(await commands.state('svagents')).toMatchObject({ value: { state: 'running' } });
});

test('a service that the practice server has not is told with the words of sc.exe', async () => {
  const { commands } = await commandsOn('fresh-vmware');
  expect(await commands.stop('svagents', ENOUGH)).toMatchObject({
    ok: false,
    problem: { code: '1060', what: "Couldn't stop the service svagents." },
  });
});

test('a key that the practice server has not is empty', async () => {
  const { registry } = await commandsOn('fresh-vmware');
  expect((await registry.read('32', 'HKLM\\SOFTWARE\\None\\At all')).size).toBe(0);
});
