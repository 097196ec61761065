import { expect, test } from 'vitest';
import { createContinuation } from '../../../main/host/continuation';
import { type ToolAnswer, toolHost } from './tool-host';

const KEY = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnce';
const ENTRY = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnce\\!ProcessServerManager';
const TASK = 'ProcessServerManager';
// Both tools say it in the language of Windows, and with the same code.
const refused: ToolAnswer = { end: 1, error: 'FEHLER\r\n' };
const done: ToolAnswer = { end: 0 };

interface Windows {
  /** What deleting answers. */
  reg?: ToolAnswer;
  task?: ToolAnswer;
  /** Values of RunOnce; null: it can't be read. */
  entries?: readonly string[] | null;
  query?: ToolAnswer;
}

function unregister({ reg = refused, task = refused, entries = [], query = refused }: Windows) {
  const made = toolHost((tool, [verb = '', , file = '']) => {
    if (tool === 'schtasks.exe') return verb === '/query' ? query : task;
    if (verb === 'delete') return reg;
    if (verb === 'query') return { end: 5, error: 'FEHLER' };
    if (entries === null) return refused;
    const lines = entries.map((name) => `"${name}"="C:\\\\psm.exe"`);
    const text = `\ufeffWindows Registry Editor Version 5.00\r\n\r\n[${KEY}]\r\n${lines.join('\r\n')}\r\n`;
    made.files.set(file, Buffer.from(text, 'utf16le'));
    return done;
  });
  return createContinuation(made.host, { at: 'signIn', program: ['C:\\psm.exe'] }).unregister();
}

test('what is taken away is named', async () => {
  expect(await unregister({ reg: done, task: done })).toEqual({ removed: [ENTRY, TASK], left: [] });
});

test('none is none, whatever the words of Windows', async () => {
  expect(await unregister({ entries: ['other'] })).toEqual({ removed: [], left: [] });
});

test('one that may not be removed is told as left', async () => {
  const query = { end: 0, output: 'Folder: \\\r\nProcessServerManager   N/A   Ready\r\n' };
  expect(await unregister({ entries: ['!ProcessServerManager'], query })).toEqual({
    removed: [],
    left: [ENTRY, TASK],
  });
});

test('what can not be looked for may still be there', async () => {
  const hangs: ToolAnswer = { end: { kind: 'timedOut', seconds: 60 } };
  expect(await unregister({ entries: null, query: hangs })).toEqual({
    removed: [],
    left: [ENTRY, TASK],
  });
});
