import assert from 'node:assert/strict';
import { win32 } from 'node:path';
import iconv from 'iconv-lite';
import type { RegistryTree } from '../../../main/host/reg-file';
import { subKeys } from '../../../main/host/reg-file';
import { host, runSystemTool, server, workFolder } from '../bed';
import type { Case } from '../harness';

const KEY = 'HKLM\\SOFTWARE\\PSM Proof';
const FULL = 'hkey_local_machine\\software\\psm proof';

const wide = (text: string) =>
  [...iconv.encode(text, 'utf16le')].map((byte) => byte.toString(16).padStart(2, '0')).join(',');

/** Every type that a vendor key may hold, in the form Windows itself exports and imports. */
const content = (view: string) =>
  [
    'Windows Registry Editor Version 5.00',
    '',
    '[HKEY_LOCAL_MACHINE\\SOFTWARE\\PSM Proof]',
    `"View"="${view}"`,
    '@="the default value"',
    '"Quoted"="a \\"b\\" C:\\\\Program Files\\\\x\\\\"',
    '"Name \\"with\\" quotes"="x"',
    '"Zürich"="Größe 日本"',
    '"Empty"=""',
    '"Equals = sign"="a=b"',
    `"Expandable"=hex(2):${wide('%SystemRoot%\\x\0')}`,
    `"List"=hex(7):${wide('one\0two ü\0\0')}`,
    '"Number"=dword:fffffffe',
    '"Wide number"=hex(b):ff,ff,ff,ff,ff,ff,ff,ff',
    `"Bytes"=hex:${Array.from({ length: 200 }, (_, i) => i.toString(16).padStart(2, '0')).join(',')}`,
    '"No bytes"=hex:',
    '',
    '[HKEY_LOCAL_MACHINE\\SOFTWARE\\PSM Proof\\Sub]',
    '"In"="sub"',
    '',
    '[HKEY_LOCAL_MACHINE\\SOFTWARE\\PSM Proof\\Sub\\Deeper [1]]',
    '"In"="deeper"',
    '',
  ].join('\r\n');

async function importInto(view: '32' | '64'): Promise<void> {
  const file = win32.join(workFolder('registry'), `import-${view}.reg`);
  await host.files.write(file, iconv.encode(content(view), 'utf16le', { addBOM: true }));
  const run = await runSystemTool('reg.exe', ['import', file, `/reg:${view}`]);
  assert.deepEqual(run.end, { kind: 'exited', code: 0 }, `${run.output}${run.error}`);
}

const valueIn = (tree: RegistryTree, key: string, name: string) => tree.get(key)?.get(name);

async function readsEverything(view: '32' | '64'): Promise<void> {
  await importInto(view);
  const tree = await server.registry.read(view, KEY);
  const value = (name: string) => valueIn(tree, FULL, name);
  assert.deepEqual(value('view'), { type: 'text', text: view });
  assert.deepEqual(value(''), { type: 'text', text: 'the default value' });
  assert.deepEqual(value('quoted'), { type: 'text', text: 'a "b" C:\\Program Files\\x\\' });
  assert.deepEqual(value('name "with" quotes'), { type: 'text', text: 'x' });
  assert.deepEqual(value('zürich'), { type: 'text', text: 'Größe 日本' });
  assert.deepEqual(value('empty'), { type: 'text', text: '' });
  assert.deepEqual(value('equals = sign'), { type: 'text', text: 'a=b' });
  assert.deepEqual(value('expandable'), { type: 'expandable', text: '%SystemRoot%\\x' });
  assert.deepEqual(value('list'), { type: 'list', text: 'one\ntwo ü' });
  assert.deepEqual(value('number'), { type: 'number', text: '4294967294' });
  assert.deepEqual(value('wide number'), { type: 'number', text: '18446744073709551615' });
  assert.equal(value('bytes')?.text.length, 400);
  assert.deepEqual(value('no bytes'), { type: 'bytes', text: '' });
  assert.deepEqual(subKeys(tree, FULL), [`${FULL}\\sub`]);
  assert.equal(valueIn(tree, `${FULL}\\sub\\deeper [1]`, 'in')?.text, 'deeper');
}

export const registryCases: Case[] = [
  {
    name: 'registry: every type of value is read through reg.exe export, 64-bit view',
    run: () => readsEverything('64'),
  },
  {
    name: 'registry: the 32-bit view is another place, read under the same name',
    async run() {
      await readsEverything('32');
      const other = await server.registry.read('64', KEY);
      assert.equal(valueIn(other, FULL, 'view')?.text, '64');
    },
  },
  {
    name: 'registry: a key that is not there is an empty tree',
    async run() {
      assert.equal((await server.registry.read('64', `${KEY}\\None`)).size, 0);
      assert.equal((await server.registry.read('32', 'HKLM\\SOFTWARE\\None\\At all')).size, 0);
    },
  },
  {
    name: 'registry: an export leaves no file behind',
    async run() {
      await server.registry.read('64', KEY);
      const left = await host.files.list(host.places.temp);
      assert.deepEqual(
        left.filter((name) => name.startsWith('psm-registry-')),
        [],
      );
    },
  },
  {
    name: 'registry: a large subtree is read whole',
    async run() {
      const tree = await server.registry.read('64', 'HKLM\\SYSTEM\\CurrentControlSet');
      assert.ok(tree.size > 100, `${tree.size} keys`);
    },
  },
];
