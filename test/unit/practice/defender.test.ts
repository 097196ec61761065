import { expect, test } from 'vitest';
import { openWorld } from '../../../practice/world/store';
import { practiceServer, runScript } from '../practice-world/helper';

const cache = 'D:\\ASR\\home\\svsystems';
const junction = 'C:\\ProgramData\\ASR';
const usual = {
  available: true,
  mode: 'Normal' as const,
  realTime: true,
  paths: [cache],
  processes: ['cxps.exe'],
  tamperProtected: true,
  lockedBy: 'nobody' as const,
};

/** A practice server whose Defender is as told. */
async function serverWith(defender: Partial<typeof usual> | object, administrator = true) {
  const server = await practiceServer({ server: { administrator } });
  await openWorld(server.folder).change((world) => {
    world.defender = { ...usual, ...defender };
  });
  return server;
}

test('a new server has a Defender that leaves nothing out', async () => {
  expect(await runScript(await practiceServer(), 'read-defender', {})).toEqual({
    kind: 'result',
    ok: true,
    value: {
      available: true,
      active: true,
      mode: 'Normal',
      realTime: true,
      paths: [],
      processes: [],
      hidden: false,
      tamperProtected: false,
      lockedBy: 'nobody',
    },
  });
});

test('exclusions are added and removed, each on a line, and stay', async () => {
  const server = await serverWith({});
  const asked = { add: `${junction}\nE:\\Log files`, remove: cache.toUpperCase() };
  expect(await runScript(server, 'change-defender', asked)).toMatchObject({
    value: { paths: [junction, 'E:\\Log files'], failed: [], hidden: false },
  });
  expect(await runScript(server, 'read-defender', {})).toMatchObject({
    value: { paths: [junction, 'E:\\Log files'], processes: ['cxps.exe'] },
  });
});

test('a path that is there already is not there twice', async () => {
  const server = await serverWith({});
  expect(await runScript(server, 'change-defender', { add: cache, remove: '' })).toMatchObject({
    value: { paths: [cache], failed: [] },
  });
});

test.each(['policy', 'tamperProtection'])('%s ignores every change', async (lockedBy) => {
  const server = await serverWith({ lockedBy });
  expect(await runScript(server, 'read-defender', {})).toMatchObject({ value: { lockedBy } });
  const asked = { add: junction, remove: cache };
  expect(await runScript(server, 'change-defender', asked)).toMatchObject({
    value: {
      paths: [cache],
      failed: [
        { path: junction, message: '' },
        { path: cache, message: '' },
      ],
    },
  });
});

test('who is not an administrator sees and changes nothing', async () => {
  const server = await serverWith({}, false);
  expect(await runScript(server, 'read-defender', {})).toMatchObject({
    value: { available: true, active: true, paths: [], processes: [], hidden: true },
  });
  expect(await runScript(server, 'change-defender', { add: junction, remove: '' })).toMatchObject({
    ok: true,
    value: { paths: [], hidden: true, failed: [{ path: junction }] },
  });
});

test('a Defender beside another antivirus is there and not active', async () => {
  const server = await serverWith({ mode: 'Passive Mode' });
  expect(await runScript(server, 'read-defender', {})).toMatchObject({
    value: { available: true, active: false, mode: 'Passive Mode', paths: [cache] },
  });
});

test.each([
  [{ mode: 'Not running' }, true, 'Microsoft.Management.Infrastructure.CimException'],
  [{ available: false }, false, 'System.Management.Automation.CommandNotFoundException'],
])(
  'a Defender that is off or absent is told, and can not be changed: %j',
  async (how, available, type) => {
    const server = await serverWith(how);
    expect(await runScript(server, 'read-defender', {})).toMatchObject({
      ok: true,
      value: { available, active: false, mode: 'Not running', paths: [] },
    });
    expect(await runScript(server, 'change-defender', { add: cache, remove: '' })).toMatchObject({
      ok: false,
      error: { type },
    });
  },
);

test('a line without its fields is refused', async () => {
  expect(await runScript(await serverWith({}), 'change-defender', { add: '' })).toMatchObject({
    ok: false,
  });
});
