import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findElectronRuntime } from '../../../scripts/lib/electron-runtime.mjs';
import { fileHash } from '../../../scripts/lib/hashes.mjs';
import { withLock } from '../../../scripts/lib/lock.mjs';
import { fetchPackage } from '../../../scripts/lib/npm-tarball.mjs';
import { cacheFolder } from '../../../scripts/lib/paths.mjs';
import { capture, npm } from '../../../scripts/lib/processes.mjs';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'setup-'));
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the Electron that ELECTRON_OVERRIDE_DIST_PATH names', () => {
  test('comes before every other', async () => {
    const path = join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron');
    await writeFile(path, '');
    await writeFile(join(folder, 'version'), 'v45.3.4\n');
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
    expect(findElectronRuntime()).toEqual({ folder, path, version: '45.3.4', origin: 'override' });
  });

  test('is refused when the folder holds none', () => {
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
    expect(findElectronRuntime).toThrow(`without Electron: ${folder}`);
  });
});

describe('a lock', () => {
  const lockFile = () => join(cacheFolder(), 'locks', 'work');

  test('lets one holder work at a time', async () => {
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} starts`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      order.push(`${name} ends`);
    };
    vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    await Promise.all([withLock('work', work('a')), withLock('work', work('b'))]);
    const [first, second] = order[0] === 'a starts' ? ['a', 'b'] : ['b', 'a'];
    expect(order).toEqual([
      `${first} starts`,
      `${first} ends`,
      `${second} starts`,
      `${second} ends`,
    ]);
    expect(existsSync(lockFile())).toBe(false);
  });

  test('is free again when the work fails', async () => {
    const failing = withLock('work', () => Promise.reject(new Error('no luck')));
    await expect(failing).rejects.toThrow('no luck');
    expect(await withLock('work', async () => 'done')).toBe('done');
  });

  test('of a holder that has died is taken over', async () => {
    await mkdir(join(lockFile(), '..'), { recursive: true });
    // Above every process id a system gives out.
    await writeFile(lockFile(), '2147483646');
    const holder = await withLock('work', () => readFile(lockFile(), 'utf8'));
    expect(holder).toBe(String(process.pid));
  });
});

describe('a package with a pinned hash', () => {
  /** npm packs a folder as it packs what it fetches. */
  async function source() {
    const sourceFolder = join(folder, 'source');
    await mkdir(join(sourceFolder, 'resources'), { recursive: true });
    const manifest = { name: 'sample', version: '1.0.0' };
    await writeFile(join(sourceFolder, 'package.json'), JSON.stringify(manifest));
    await writeFile(join(sourceFolder, 'program'), 'runs');
    await writeFile(join(sourceFolder, 'resources', 'app'), 'unwanted');
    await capture(...npm(['pack', sourceFolder, '--pack-destination', folder]), { cwd: folder });
    return { package: sourceFolder, sha256: await fileHash(join(folder, 'sample-1.0.0.tgz')) };
  }

  async function workFolder() {
    const work = join(folder, 'work');
    await mkdir(work);
    return work;
  }

  test('is unpacked without what is excluded', async () => {
    const unpacked = await fetchPackage(await source(), await workFolder(), ['package/resources']);
    expect(await readFile(join(unpacked, 'program'), 'utf8')).toBe('runs');
    expect(existsSync(join(unpacked, 'resources'))).toBe(false);
  });

  test('is not unpacked when it is another file', async () => {
    const work = await workFolder();
    const other = { ...(await source()), sha256: '0'.repeat(64) };
    await expect(fetchPackage(other, work)).rejects.toThrow('is not the file that was examined');
    expect(existsSync(join(work, 'unpacked'))).toBe(false);
  });
});
