import assert from 'node:assert/strict';
import { z } from 'zod';
import { collect } from '../../../main/host/collect';
import { host, programSpec } from '../bed';
import type { Case } from '../harness';
import { setUpArgumentCases } from './set-up-arguments';

const vectors: Readonly<Record<string, readonly string[]>> = {
  'plain words and switches': ['/Mode', 'PS', '-i', '/q'],
  blanks: ['C:\\Program Files (x86)\\A b', ' leading', 'trailing ', 'two  blanks', '\t'],
  'empty arguments': ['', 'x', ''],
  quotes: ['"', '"quoted"', 'in"side', '"a b" c', '""'],
  'trailing backslashes': ['C:\\', 'C:\\Program Files\\', '\\\\', 'a\\"b', 'a b\\\\'],
  'marks of cmd.exe': ['a&b', 'a|b', 'a>b', '%PATH%', '^', '100%', '(x)', '!x!', 'a&&b', ';', ','],
  'marks of PowerShell and wildcards': ['$env:PATH', '`', '*', '?.txt', '@x', "it's", '#'],
  'non-ASCII': ['Zürich', '日本語', 'Ελλάδα', '𝄞', 'e\u0301'],
  'line breaks': ['one\r\ntwo', 'a\nb'],
  'a long one': ['x'.repeat(8000), `y ${'z'.repeat(8000)}`],
};

const printedSchema = z.object({ system: z.array(z.string()), runtime: z.array(z.string()) });

const vectorCases: Case[] = Object.entries(vectors).map(([name, args]) => ({
  name: `arguments: ${name}`,
  async run() {
    const { end, output, error } = await collect(host.processes, programSpec('arguments', args));
    assert.deepEqual(end, { kind: 'exited', code: 0 }, error);
    assert.deepEqual(printedSchema.parse(JSON.parse(output)), { system: args, runtime: args });
  },
}));

/** What a program reads is what was given, by the system's own rules and by the C runtime's. */
export const argumentCases: Case[] = [...vectorCases, ...setUpArgumentCases];
