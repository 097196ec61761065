import assert from 'node:assert/strict';
import { utimesSync } from 'node:fs';
import { win32 } from 'node:path';
import iconv from 'iconv-lite';
import type { Check } from '../../../contract/check';
import { differencesOf } from '../../../contract/registry-differences';
import { evaluateNow } from '../../../main/engine/checks/evaluate';
import { UNINSTALL_KEY } from '../../../main/host/installed-programs';
import type { RegistryTree } from '../../../main/host/reg-file';
import { subKeys } from '../../../main/host/reg-file';
import { createRegistry } from '../../../main/host/registry';
import { INMAGE_KEY, PRODUCT_KEYS } from '../../../main/vendor/products';
import { readers } from '../../../main/vendor/readers';
import { host, programFile, runSystemTool, server, workFolder } from '../bed';
import type { Case } from '../harness';
import { hostWithOnly } from '../other-tools';

const KEY = 'HKLM\\SOFTWARE\\PSM Proof';
const FULL = 'hkey_local_machine\\software\\psm proof';

const wide = (text: string) =>
  [...iconv.encode(text, 'utf16le')].map((byte) => byte.toString(16).padStart(2, '0')).join(',');

/** Every type that a vendor key may hold, in the form Windows itself exports and imports. */
const content = (view: string) => [
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
  '"No type"=hex(0):01,02',
  '"  runs   of  blanks "="  kept   as  they are "',
  '"C:\\\\Program Files\\\\[x]=y\\\\"="a name like a path"',
  `"Lines"=hex(1):${wide('one\r\n  two\n[three]\n"four"="x"\0')}`,
  `"Behind a zero"=hex(1):${wide('seen\0not seen\0')}`,
  '',
  '[HKEY_LOCAL_MACHINE\\SOFTWARE\\PSM Proof\\Sub]',
  '"In"="sub"',
  '',
  '[HKEY_LOCAL_MACHINE\\SOFTWARE\\PSM Proof\\Sub\\Deeper  [1]]',
  '"In"="deeper"',
];

async function importInto(view: '32' | '64', lines: readonly string[]): Promise<void> {
  const file = win32.join(workFolder('registry'), `import-${view}.reg`);
  const text = ['Windows Registry Editor Version 5.00', '', ...lines, ''].join('\r\n');
  await host.files.write(file, iconv.encode(text, 'utf16le', { addBOM: true }));
  const run = await runSystemTool('reg.exe', ['import', file, `/reg:${view}`]);
  assert.deepEqual(run.end, { kind: 'exited', code: 0 }, `${run.output}${run.error}`);
}

const deleteKey = (view: '32' | '64', key: string) =>
  runSystemTool('reg.exe', ['delete', key, '/f', `/reg:${view}`]);

const valueIn = (tree: RegistryTree, key: string, name: string) => tree.get(key)?.get(name);

async function readsEverything(view: '32' | '64'): Promise<void> {
  await importInto(view, content(view));
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
  assert.deepEqual(value('no type'), { type: 'bytes', text: '0102' });
  assert.equal(value('  runs   of  blanks ')?.text, '  kept   as  they are ');
  assert.equal(value('c:\\program files\\[x]=y\\')?.text, 'a name like a path');
  assert.equal(value('lines')?.text, 'one\n  two\n[three]\n"four"="x"');
  assert.equal(value('four'), undefined);
  assert.equal(value('behind a zero')?.text, 'seen');
  assert.deepEqual(subKeys(tree, FULL), [`${FULL}\\sub`]);
  assert.equal(valueIn(tree, `${FULL}\\sub\\deeper  [1]`, 'in')?.text, 'deeper');
}

const UNINSTALLS = 200;

/** As installers write them, half of them with names that are not ASCII. */
const uninstallEntry = (number: number) => [
  `[${UNINSTALL_KEY}\\PSM  proof ${number}]`,
  `"DisplayName"="Größe  日本 ${number}"`,
  `"DisplayVersion"="9.${number}.1"`,
  '"EstimatedSize"=dword:0000ffff',
  `"UninstallString"="\\"C:\\\\Program Files\\\\P ${number}\\\\unins000.exe\\" /SILENT"`,
  '',
];

const NUMBERS = Array.from({ length: UNINSTALLS }, (_, at) => at + 1);

/** Wine deletes by import in the 64-bit view only, where the 32-bit one has a place too. */
async function removeUninstalls(): Promise<void> {
  const places = [UNINSTALL_KEY, UNINSTALL_KEY.replace('SOFTWARE', 'SOFTWARE\\WOW6432Node')];
  const lines = places.flatMap((key) => NUMBERS.map((number) => `[-${key}\\PSM  proof ${number}]`));
  await importInto('64', lines);
}

async function withUninstalls(run: () => Promise<void>): Promise<void> {
  const size = async (view: '32' | '64') => (await server.registry.read(view, UNINSTALL_KEY)).size;
  await removeUninstalls();
  const before = [await size('32'), await size('64')];
  try {
    for (const view of ['32', '64'] as const)
      await importInto(view, NUMBERS.flatMap(uninstallEntry));
    const during = [await size('32'), await size('64')];
    assert.deepEqual(
      during,
      before.map((count) => count + UNINSTALLS),
    );
    await run();
  } finally {
    await removeUninstalls();
  }
  assert.deepEqual([await size('32'), await size('64')], before);
}

/** What the procedures conclude from the registry. */
async function verdict(check: Check): Promise<string> {
  const [result] = await evaluateNow([check], { server, readers });
  return `${result?.verdict}: ${result?.found}`;
}

const installed = (displayName: string, version: string | null): Check => ({
  kind: 'productInstalled',
  label: '',
  displayName,
  version,
  withinSeconds: 0,
});

const registryValue = (view: '32' | '64', key: string, name: string): Check => ({
  kind: 'registryValue',
  label: '',
  view,
  key,
  name,
  expected: null,
  withinSeconds: 0,
});

/** As the vendor's installers write them, in the 32-bit view. */
const vendorKeys = (proxyType: string) => [
  `[${PRODUCT_KEYS.masterTarget}]`,
  '"Product_Name"="Caspian VX"',
  '"InstallDirectory"="D:\\\\ASR\\\\"',
  `[${PRODUCT_KEYS.processServer}]`,
  '"CX_TYPE"="2"',
  '"InstallDirectory"="D:\\\\ASR\\\\home\\\\svsystems"',
  `"Proxy_Type"=${proxyType}`,
  '"Version"="9.56.6879.1"',
  `[${PRODUCT_KEYS.dependencies}]`,
  '"Version"="9.56.6879.1"',
  '',
];

async function withVendorKeys(proxyType: string, run: () => Promise<void>): Promise<void> {
  try {
    await importInto('32', vendorKeys(proxyType));
    await run();
  } finally {
    await deleteKey('32', INMAGE_KEY);
  }
}

/** No tool, one that hangs and one that does nothing: each is an error that names reg.exe. */
async function refuses(reading: Promise<unknown>, words: RegExp): Promise<void> {
  await assert.rejects(reading, (error: Error) => {
    assert.match(error.message, /reg\.exe/);
    assert.match(error.message, words);
    return true;
  });
}

export const registryCases: Case[] = [
  {
    name: 'registry: every type of value is read through reg.exe export, 64-bit view',
    run: () => readsEverything('64'),
  },
  {
    name: 'registry: the 32-bit view is another place, read under the same name',
    async run() {
      await readsEverything('64');
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
    name: 'registry: a key is kept in a file; one that is not there leaves none',
    async run() {
      await readsEverything('64');
      const folder = workFolder('registry-kept');
      const kept = win32.join(folder, 'kept.reg');
      assert.equal(await server.registry.exportTo('64', KEY, kept), true);
      assert.match((await server.readText(kept)) ?? '', /"Zürich"="Größe 日本"/);
      const none = win32.join(folder, 'none.reg');
      assert.equal(await server.registry.exportTo('64', `${KEY}\\None`, none), false);
      assert.equal(await host.files.stat(none), null);
    },
  },
  {
    name: 'registry: a kept key comes back as it was, in either view, and what came since goes',
    async run() {
      const { registry } = server;
      for (const view of ['64', '32'] as const) {
        await readsEverything(view);
        const kept = win32.join(workFolder('registry-restored'), `${view}.reg`);
        await registry.exportTo(view, KEY, kept);
        const before = await registry.readKept(view, kept);
        assert.deepEqual(differencesOf(before, await registry.read(view, KEY)), {
          changed: [],
          added: [],
        });
        await registry.remove(view, KEY, 'Quoted');
        await registry.remove(view, KEY, 'Quoted');
        await registry.remove(view, KEY, '');
        const without = differencesOf(before, await registry.read(view, KEY));
        assert.deepEqual(without.changed.map(({ name }) => name).sort(), ['', 'quoted']);
        await registry.remove(view, KEY, null);
        assert.equal((await registry.read(view, KEY)).size, 0);
        await registry.remove(view, KEY, null);
        await registry.importFrom(view, kept);
        const after = differencesOf(before, await registry.read(view, KEY));
        assert.deepEqual(after, { changed: [], added: [] });
      }
      await assert.rejects(registry.importFrom('64', 'C:\\none.reg'), /reg\.exe could not import/);
    },
  },
  {
    name: 'registry: an export leaves no file behind',
    async run() {
      const files = async () => (await host.files.list(host.places.temp)).sort();
      const before = await files();
      await server.registry.read('64', KEY);
      assert.deepEqual(await files(), before);
    },
  },
  {
    name: 'registry: an export that a killed run left is removed, a fresh one and others stay',
    async run() {
      const { temp } = host.places;
      const named = (end: string) =>
        win32.join(temp, `psm-registry-0f8fad5b-d9cb-469f-a165-70867728950${end}`);
      const [old, fresh, other] = [named('1.reg'), named('2.reg'), named('3.reg.txt')];
      const long = new Date(host.clock.now().getTime() - 3_600_000);
      for (const file of [old, fresh, other]) {
        await host.files.write(file, new Uint8Array([1]));
        if (file !== fresh) utimesSync(file, long, long);
      }
      await server.registry.removeLeftExports();
      const isThere = async (file: string) => (await host.files.stat(file)) !== null;
      assert.deepEqual(await Promise.all([old, fresh, other].map(isThere)), [false, true, true]);
      for (const file of [fresh, other]) await host.files.remove(file);
    },
  },
  {
    name: 'registry: a large subtree is read whole',
    async run() {
      const tree = await server.registry.read('64', 'HKLM\\SYSTEM\\CurrentControlSet');
      assert.ok(tree.size > 100, `${tree.size} keys`);
    },
  },
  {
    name: 'registry: 200 uninstall entries in both views are read whole, and a product is found',
    run: () =>
      withUninstalls(async () => {
        assert.equal(
          await verdict(installed('Größe  日本 200', '9.200')),
          'passed: installed, version 9.200.1',
        );
        assert.match(await verdict(installed('Größe 日本 200', null)), /^failed/);
        assert.match(await verdict(installed('Größe  日本 20', '9.2')), /^failed/);
      }),
  },
  {
    name: 'registry: the keys of the installed products are in the 32-bit view only',
    run: () =>
      withVendorKeys('"Custom"', async () => {
        const tree = await server.registry.read('32', INMAGE_KEY);
        for (const key of Object.values(PRODUCT_KEYS)) assert.ok(tree.has(key.toLowerCase()), key);
        const values = tree.get(PRODUCT_KEYS.processServer.toLowerCase());
        assert.equal(values?.get('installdirectory')?.text, 'D:\\ASR\\home\\svsystems');
        assert.equal((await server.registry.read('64', INMAGE_KEY)).size, 0);
        const { processServer } = PRODUCT_KEYS;
        assert.equal(
          await verdict(registryValue('32', processServer, 'PROXY_type')),
          'passed: Custom',
        );
        assert.match(await verdict(registryValue('64', processServer, 'Proxy_Type')), /^failed/);
      }),
  },
  {
    name: 'registry: a value of another type than the vendor writes is not taken for it',
    async run() {
      const { processServer } = PRODUCT_KEYS;
      const proxyType = () => verdict(registryValue('32', processServer, 'Proxy_Type'));
      const wrong = [
        'dword:00000001',
        'hex:43,00,75,00',
        'hex(0):43,00,75,00',
        'hex(7):43,00,00,00',
      ];
      for (const type of wrong) {
        await withVendorKeys(type, async () =>
          assert.match(await proxyType(), /^failed.*not as text/),
        );
      }
      await withVendorKeys('""', async () => assert.match(await proxyType(), /^failed/));
    },
  },
  {
    name: 'registry: a Windows without reg.exe is an error that names it, never an empty registry',
    async run() {
      const bare = createRegistry(hostWithOnly('no-reg', {}));
      await refuses(bare.read('64', KEY), /ENOENT/);
    },
  },
  {
    name: 'registry: a reg.exe that hangs is ended, and named',
    async run() {
      const hangs = hostWithOnly('hanging-reg', { 'reg.exe': programFile('hang') });
      await refuses(createRegistry(hangs, 1).read('64', KEY), /no answer within 1 seconds/);
    },
  },
  {
    name: 'registry: a reg.exe that exports nothing and says nothing is an error',
    async run() {
      const silent = hostWithOnly('silent-reg', { 'reg.exe': programFile('silent') });
      await refuses(createRegistry(silent).read('64', KEY), /could not be read/);
    },
  },
];
