import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { root } from './paths.mjs';

/**
 * @param {string} file
 * @returns {Promise<string>} sha256 of the file, hexadecimal
 */
export async function fileHash(file) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/**
 * One hash over files and folders: names and contents, in a fixed order.
 * @param {string[]} names files or folders, relative to the checkout; missing ones count as absent
 * @returns {string} sha256, hexadecimal
 */
export function treeHash(names) {
  const hash = createHash('sha256');
  for (const name of names) addToHash(hash, name);
  return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} name
 */
function addToHash(hash, name) {
  const path = join(root, name);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) {
    for (const entry of readdirSync(path).sort()) addToHash(hash, join(name, entry));
  } else if (found) {
    const content = readFileSync(path);
    hash.update(`${name.split(sep).join('/')}\0${content.length}\0`).update(content);
  } else {
    hash.update(`${name}\0absent\0`);
  }
}
