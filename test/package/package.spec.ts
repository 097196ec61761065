import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium, expect, test } from '@playwright/test';
import { z } from 'zod';
import { linuxPackageFolder } from '../../scripts/lib/packaging.mjs';
import { electronEnvironment, sandboxSwitches } from '../../scripts/lib/screen.mjs';
import { answerQuestions, prepareAndApprove } from '../../scripts/lib/window.mjs';
import { noStage } from '../support/window';

const folder = linuxPackageFolder({ driveable: false });
const program = join(folder, 'process-server-manager');
const resources = join(folder, 'resources');
const manifest = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

test('every fuse is set as the package needs it', async () => {
  const wire = await getCurrentFuseWire(program);
  const on = '1'.charCodeAt(0);
  const enabled = Object.entries(wire).flatMap(([index, state]) =>
    state === on ? [FuseV1Options[Number(index)]] : [],
  );
  expect(enabled).toEqual([
    'EnableCookieEncryption',
    'EnableEmbeddedAsarIntegrityValidation',
    'OnlyLoadAppFromAsar',
  ]);
});

test('the archive holds the bundles and nothing else', () => {
  const files = listPackage(join(resources, 'app.asar'), { isPack: false });
  const outside = files.filter(
    (file) => !/^\/(out(\/(main|preload|renderer)(\/.*)?)?|package\.json)$/.test(file),
  );
  expect(outside).toEqual([]);
  expect(files).toEqual(
    expect.arrayContaining([
      '/out/main/index.js',
      '/out/preload/index.cjs',
      '/out/renderer/index.html',
    ]),
  );
});

test('the program takes no debugger and sets up a practice process server', async () => {
  const settings = await mkdtemp(join(tmpdir(), 'packaged-'));
  const ours = ['--practice', '--state-folder', settings, '--time-factor', 'max'];
  const switches = [...sandboxSwitches(), '--inspect=0', '--remote-debugging-port=0'];
  const child = spawn(program, [...switches, ...ours], {
    env: { ...electronEnvironment(), XDG_CONFIG_HOME: settings },
  });
  try {
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
    const listening = /DevTools listening on (ws:\S+)/;
    await expect.poll(() => listening.exec(said)?.[1], { timeout: 20_000 }).toBeTruthy();
    const browser = await chromium.connectOverCDP(listening.exec(said)?.[1] ?? '');
    const window = () => browser.contexts().flatMap((context) => context.pages())[0];
    await expect.poll(() => window()?.locator('h1').count()).toBe(1);
    const page = window();
    if (!page) throw new Error('The window is gone.');
    await answerQuestions(page, noStage);
    await prepareAndApprove(page, noStage);
    const done = page.getByRole('heading', { name: 'Set up a process server: done' });
    await expect(done).toBeVisible({ timeout: 40_000 });
    expect(said).not.toContain('Debugger listening');
  } finally {
    child.kill('SIGKILL');
    await once(child, 'close');
    await rm(settings, { recursive: true, force: true });
  }
});

test('the packaged psm runs on plain Node', async () => {
  const psm = join(resources, 'psm', 'psm.js');
  const { stdout } = await promisify(execFile)(process.execPath, [psm, '--version'], { cwd: '/' });
  expect(stdout.trim()).toBe(manifest.version);
});

test('the packaged psm sets up a practice process server', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'packaged-psm-'));
  const example = (name: string) => join(process.cwd(), 'docs', 'examples', name);
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        join(resources, 'psm', 'psm.js'),
        ...['apply', 'set-up', '--yes', '--practice', 'fresh-vmware', '--time-factor', 'max'],
        ...['--state-folder', folder, '--answers', example('set-up.json')],
        ...['--secret', `passphrase=@${example('practice-passphrase.txt')}`],
      ],
      { cwd: '/' },
    );
    expect(stdout).toContain('Port 9443 answers as the data port does');
    expect(stdout).toContain('Done and proven.');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
