import { expect, test } from 'vitest';
import type { ProcessEnd } from '../../../main/host/ports';
import { createRegistry } from '../../../main/host/registry';
import { type ToolAnswer, toolHost } from './tool-host';

const KEY = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\InMage Systems';
const NOT_FOUND = 'ERROR: The system was unable to find the specified registry key or value.\r\n';

/** A registry over reg.exe: what export answers and writes, and what query answers for keys. */
function registryOver(
  exported: ToolAnswer & { file?: string },
  queries: Readonly<Record<string, ToolAnswer>> = {},
) {
  const made = toolHost((_, [verb = '', key = '', file = '']) => {
    if (verb === 'query') return queries[key] ?? { end: 1, error: 'FEHLER\r\n' };
    if (exported.file !== undefined) {
      made.files.set(file, Buffer.from(`\ufeff${exported.file}`, 'utf16le'));
    }
    return exported;
  });
  return { registry: createRegistry(made.host), files: made.files };
}

test('a key is read, and the file of the export is taken away', async () => {
  const file = `Windows Registry Editor Version 5.00\r\n\r\n[${KEY}]\r\n"a"="b"\r\n`;
  const { registry, files } = registryOver({ end: 0, file });
  const tree = await registry.read('64', KEY);
  expect(tree.get(KEY.toLowerCase())?.get('a')?.text).toBe('b');
  expect(files.size).toBe(0);
});

test('a key that is not there is empty, in the words of Windows', async () => {
  const { registry } = registryOver({ end: 1, error: NOT_FOUND });
  expect((await registry.read('32', KEY)).size).toBe(0);
});

test('a key that may not be read is an error, never an empty key', async () => {
  const listed = { end: 0, output: `\r\n${KEY}\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\x\r\n` };
  const { registry, files } = registryOver(
    { end: 1, error: 'ERROR: Access is denied.\r\n', file: 'half' },
    { 'HKEY_LOCAL_MACHINE\\SOFTWARE': listed },
  );
  await expect(registry.read('64', KEY)).rejects.toThrow(
    `reg.exe could not read ${KEY}: ERROR: Access is denied.`,
  );
  expect(files.size).toBe(0);
});

test('on a Windows of another language the key above tells whether one is there', async () => {
  const above = 'HKEY_LOCAL_MACHINE\\SOFTWARE';
  const others = { end: 0, output: `\r\n${above}\\InMage Systems 2\r\n${above}\\x\r\n` };
  const refusal = { end: 1, error: 'FEHLER: Zugriff verweigert\r\n' };
  const gone = registryOver(refusal, { [above]: others });
  expect((await gone.registry.read('64', KEY)).size).toBe(0);
  const deeper = registryOver(refusal, { [above]: others });
  expect((await deeper.registry.read('64', `${KEY}\\Installed Products`)).size).toBe(0);
  const closed = registryOver(refusal, { [above]: { end: 0, output: `\r\n${KEY}\r\n` } });
  await expect(closed.registry.read('64', `${KEY}\\Installed Products`)).rejects.toThrow('Zugriff');
});

const ends: [ProcessEnd, string][] = [
  [{ kind: 'notStarted', code: 'ENOENT', message: 'spawn reg.exe ENOENT' }, 'ENOENT'],
  [{ kind: 'timedOut', seconds: 60 }, 'no answer within 60 seconds'],
  [{ kind: 'exited', code: 3221225781 }, 'exit code 3221225781'],
];
test.each(ends)('a reg.exe that does not do its work is named: %o', async (end, words) => {
  const { registry } = registryOver({ end });
  await expect(registry.read('64', KEY)).rejects.toThrow(/reg\.exe could not read/);
  await expect(registry.read('64', KEY)).rejects.toThrow(words);
});

test('an export that left no file or another one is an error', async () => {
  await expect(registryOver({ end: 0 }).registry.read('64', KEY)).rejects.toThrow(/reg\.exe/);
  const other = registryOver({ end: 0, file: 'something else' });
  await expect(other.registry.read('64', KEY)).rejects.toThrow('no export');
});
