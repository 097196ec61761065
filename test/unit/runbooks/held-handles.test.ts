import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { followLog, type LogContext } from '../../../main/engine/actions/follow-log';
import { decodeFile } from '../../../main/host/decoding';
import { createWindowsFiles } from '../../../main/host/windows-files';
import { runbookNames } from '../../../main/runbooks/catalogue';
import { plans as exportedPlans, otherPlans } from '../reports/plans';

const plans = { ...exportedPlans, ...otherPlans };
const OWN = 'C:\\ProgramData\\ProcessServerManager';
const below = (path: string, folder: string) =>
  `${path}\\`.toLowerCase().startsWith(`${folder}\\`.toLowerCase());

test('no tool has its working folder in a place of the vendor that its step changes', () => {
  const held = Object.entries(plans)
    .filter(([name]) => name !== 'synthetic')
    .flatMap(([name, { body }]) =>
      body.steps.flatMap(({ id, action, touches }) => {
        if (action.kind !== 'run' || below(action.cwd, OWN)) return [];
        const changed = touches.files.filter((path) => below(action.cwd, path));
        return changed.map((path) => `${name}, ${id}: works in ${action.cwd}, changes ${path}`);
      }),
    );
  expect(held).toEqual([]);
});

test('every procedure that changes a process server is looked at, with all its steps', () => {
  const prepared = {
    prepare: 'set-up',
    'prepare-upgrade': 'upgrade',
    'remove-package': 'download',
  };
  const looked = new Set(
    Object.values(plans)
      .filter(({ body }) => body.steps.length > 0)
      .map(({ body }) => body.runbook),
  );
  const left = runbookNames.filter((name) => !looked.has(name) && !(name in prepared));
  expect(left).toEqual([]);
});

test('no uninstaller has its working folder in what it removes', () => {
  const uninstalls = Object.values(plans).flatMap(({ body }) =>
    body.steps.flatMap(({ action }) => (action.kind === 'uninstall' ? [action] : [])),
  );
  expect(uninstalls.length).toBeGreaterThan(3);
  for (const { cwd } of uninstalls) {
    expect(below(cwd, 'D:\\ASR') || below(cwd, 'C:\\ProgramData\\ASR'), cwd).toBe(false);
  }
});

test('set-up never works in the folder it installs to', () => {
  const all = Object.values(plans).flatMap(({ body }) => body.steps.map(({ action }) => action));
  const setUps = all.filter(
    (action) =>
      action.kind === 'run' && action.reader === 'unifiedSetup' && action.cwd !== 'C:\\work',
  );
  expect(setUps.length).toBeGreaterThan(0);
  for (const action of setUps) {
    if (action.kind === 'run') expect(below(action.cwd, OWN), action.cwd).toBe(true);
  }
});

test.skipIf(!existsSync('/proc/self/fd'))('a log that is followed is never kept open', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'psm-log-'));
  const log = join(folder, 'set-up.log');
  writeFileSync(log, 'first\n');
  const files = createWindowsFiles();
  const lines: string[] = [];
  const context: LogContext = {
    startedAt: new Date(),
    line: (_source, line) => lines.push(line),
    milestone: () => undefined,
    server: { files, readText: async (path) => decodeFile(await files.read(path)) },
  };
  const openNow = () =>
    readdirSync('/proc/self/fd').filter((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`) === log;
      } catch {
        return false;
      }
    });
  const follower = await followLog(log, {}, context, true);
  await expect.poll(() => lines).toContain('first');
  expect(openNow()).toEqual([]);
  writeFileSync(log, 'first\nsecond\n');
  expect(await follower.finish()).toContain('second');
  expect(openNow()).toEqual([]);
  rmSync(folder, { recursive: true });
});
