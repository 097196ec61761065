import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { openWorld } from '../../../practice/world/store';
import { practiceServer } from './helper';

async function buildWriter(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'practice-writer-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: join(import.meta.dirname, 'writer.ts'),
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'writer.mjs' } },
    },
  });
  return join(folder, 'writer.mjs');
}

const startWriter = (program: string, args: readonly string[]) =>
  spawn(process.execPath, [program, ...args], { stdio: 'inherit' });

test('several processes change the world and none loses a change, though others are killed', async () => {
  const { folder } = await practiceServer();
  const program = await buildWriter();
  const writers = ['a', 'b', 'c'].map((name) => startWriter(program, [folder, name, '40']));
  const exits = writers.map((writer) => once(writer, 'exit'));
  const victims = ['x', 'y'].map((name) => startWriter(program, [folder, name, '100000']));
  for (const [at, name] of ['x', 'y'].entries()) {
    const hasBegun = async () =>
      (await openWorld(folder).read()).tasks.some((task) => task.name === `${name}-3`);
    await expect.poll(hasBegun, { timeout: 30_000 }).toBe(true);
    victims[at]?.kill('SIGKILL');
  }
  const codes = (await Promise.all(exits)).map(([code]) => code);
  expect(codes).toEqual([0, 0, 0]);
  const { tasks } = await openWorld(folder).read();
  for (const name of ['a', 'b', 'c']) {
    expect(tasks.filter((task) => task.name.startsWith(`${name}-`))).toHaveLength(40);
  }
}, 60_000);

test('a lock left by a process that has died is broken', async () => {
  const { folder } = await practiceServer();
  const gone = spawn(process.execPath, ['-e', '']);
  await once(gone, 'exit');
  await writeFile(join(folder, 'world.json.lock'), `${gone.pid} 00`);
  await openWorld(folder).change((world) => {
    world.installerBusy = true;
  });
  expect((await openWorld(folder).read()).installerBusy).toBe(true);
});

test('a change that throws leaves the world as it was and the lock free', async () => {
  const { folder } = await practiceServer();
  const world = openWorld(folder);
  const refused = world.change((draft) => {
    draft.installerBusy = true;
    throw new Error('no');
  });
  await expect(refused).rejects.toThrow('no');
  await world.change(() => undefined);
  expect((await world.read()).installerBusy).toBe(false);
});

test('a world that is not one of ours is refused when it is read', async () => {
  const { folder } = await practiceServer();
  await writeFile(join(folder, 'world.json'), '{"format":1}');
  await expect(openWorld(folder).read()).rejects.toThrow();
});
