import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { root } from '../paths.mjs';
import { capture } from '../processes.mjs';
import { Refusal } from '../say.mjs';

export const compiler = 'x86_64-w64-mingw32-gcc';

/** A program names what the compiler is told besides in a line "// flags: …". */
const FLAGS = /^\/\/ flags: (.*)$/m;

/**
 * Compiles every C program of a folder.
 * @param {string} sources
 * @param {string} target the folder for the programs
 * @throws {Refusal} with the compiler's words
 */
export async function compilePrograms(sources, target) {
  mkdirSync(target, { recursive: true });
  const names = readdirSync(sources).filter((name) => name.endsWith('.c'));
  await Promise.all(names.map((name) => compile(join(sources, name), target)));
}

/**
 * @param {string} source
 * @param {string} target
 */
async function compile(source, target) {
  const flags = FLAGS.exec(readFileSync(source, 'utf8'))?.[1]?.split(' ') ?? [];
  const program = join(target, `${parse(source).name}.exe`);
  const before = ['-Wall', '-Wextra', '-Werror', '-O1', '-s', '-o', program, source];
  const { code, stderr } = await capture(compiler, [...before, ...flags], { cwd: root });
  if (code !== 0) throw new Refusal(`${source} does not compile:\n${stderr}`);
}
