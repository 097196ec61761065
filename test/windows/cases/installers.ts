import assert from 'node:assert/strict';
import { win32 } from 'node:path';
import { UNINSTALL_KEY } from '../../../main/host/installed-programs';
import { host, programFile, programSpec, runSystemTool, workFolder } from '../bed';
import type { Case } from '../harness';
import {
  both,
  ended,
  exited,
  find,
  installed,
  installerCase as installerCaseOf,
  msiexec,
  NAMES,
  type Name,
  programs,
  setUp,
  setUpBoth,
  UNINSTALL,
  UNKNOWN_PRODUCT,
  uninstall,
  VERSION,
  whileInUse,
} from '../real-installers';

const installerCase = (name: string, packages: readonly Name[], run: () => Promise<void>): Case =>
  installerCaseOf(`installers: ${name}`, packages, run);

/** How a set-up of Inno Setup ends, what asks for it, and whether it installs. */
const innoEnds: readonly [string, number, boolean, string[]][] = [
  ['done', 0, true, []],
  ['refused at its start', 1, false, ['/REFUSE=yes']],
  ['stopped by its preparation', 7, false, ['/STOP=yes']],
  ['a restart needed before it can begin', 8, false, ['/RESTARTFIRST=yes']],
  ['done, restart wished', 3010, true, ['/WISHRESTART=yes', '/RESTARTEXITCODE=3010']],
  ['done, restart wished and nobody asked for a code', 0, true, ['/WISHRESTART=yes']],
  ["the package's own code", 34, true, ['/OWNCODE=34']],
];

const innoCases: Case[] = [
  installerCase('what real Inno Setup packages entered is listed in its view', both, async () => {
    await setUpBoth();
    const dependencies = await installed('dependencies');
    assert.deepEqual(dependencies, {
      view: '32',
      // Inno Setup shortens a long name itself: 48 characters of it and a check sum.
      key: `${UNINSTALL}\\azure site recovery configuration/process server~e2a2416b_is1`,
      displayName: NAMES.dependencies,
      displayVersion: VERSION,
      publisher: 'Microsoft Corporation',
      installFolder: 'C:\\thirdparty',
      uninstallCommand: { file: 'C:\\thirdparty\\unins000.exe', args: [] },
      productCode: null,
    });
    const processServer = await installed('processServer');
    assert.equal(processServer.view, '32');
    assert.match(processServer.key, /\\microsoft azure site recovery [^\\]*~[0-9a-f]{8}_is1$/);
    assert.equal(processServer.displayVersion, VERSION);
    assert.match(processServer.uninstallCommand?.file ?? '', /\\home\\svsystems\\unins000\.exe$/);
    const what = (await programs.leftOf(processServer)).map((left) => left.what);
    assert.deepEqual(what, ['key', 'uninstaller', 'folder']);
  }),
  ...innoEnds.map(([words, code, installs, args]) =>
    installerCase(`a set-up of Inno Setup says ${code}: ${words}`, both, async () => {
      assert.deepEqual(await setUp('processServer', ...args), exited(code));
      assert.equal((await find('processServer')) !== undefined, installs);
    }),
  ),
  installerCase('an uninstaller whose guard aborts says 1 and removes nothing', both, async () => {
    await setUpBoth();
    const dependencies = await installed('dependencies');
    const before = await programs.leftOf(dependencies);
    assert.deepEqual(await uninstall(dependencies), exited(1));
    assert.deepEqual(await programs.waitUntilGone(dependencies, host.clock, 2), before);
    assert.notEqual(await host.files.stat('C:\\thirdparty\\bin\\dependency.exe'), null);
    assert.deepEqual(await find('dependencies'), dependencies);
  }),
  installerCase('uninstalled in the right order, both are gone at last', both, async () => {
    await setUpBoth();
    for (const name of ['processServer', 'dependencies'] as const) {
      const program = await installed(name);
      assert.deepEqual(await uninstall(program), exited(0));
      // The uninstaller has returned, the copy of it that deletes it may still be at work.
      assert.deepEqual(await programs.waitUntilGone(program, host.clock, 20), []);
      assert.equal(await find(name), undefined);
    }
  }),
  {
    name: 'installers: what goes only later is waited for, and no longer than asked',
    async run() {
      const key = `${UNINSTALL_KEY}\\PSM late`;
      const folder = workFolder('late');
      const add = (name: string, text: string) =>
        runSystemTool('reg.exe', ['add', key, '/v', name, '/d', text, '/f', '/reg:64']);
      const remove = async () => {
        await runSystemTool('reg.exe', ['delete', key, '/f', '/reg:64']);
        await host.files.removeEmptyFolder(folder);
      };
      await add('DisplayName', 'PSM late');
      await add('InstallLocation', folder);
      const late = (await programs.list()).find(({ displayName }) => displayName === 'PSM late');
      assert.ok(late);
      const both = ['key', 'folder'];
      const left = await programs.waitUntilGone(late, host.clock, 1);
      assert.deepEqual(
        left.map(({ what }) => what),
        both,
      );
      const removed = host.clock.sleep(1.5).then(remove);
      assert.deepEqual(await programs.waitUntilGone(late, host.clock, 20), []);
      await removed;
    },
  },
  installerCase('a file in use stays although its uninstaller says 0', both, async () => {
    assert.deepEqual(await setUp('processServer'), exited(0));
    const program = await installed('processServer');
    const folder = program.installFolder ?? '';
    const file = win32.join(folder, 'bin', 'service.exe');
    await whileInUse(file, async () => {
      assert.deepEqual(await uninstall(program), exited(0));
      assert.deepEqual(await programs.waitUntilGone(program, host.clock, 5), [
        { what: 'folder', name: folder },
      ]);
      assert.notEqual(await host.files.stat(file), null);
    });
  }),
];

const msiCases: Case[] = [
  installerCase('a real MSI is listed with its product code', ['agent'], async () => {
    assert.deepEqual(await setUp('agent'), exited(0));
    const agent = await installed('agent');
    assert.equal(agent.view, '64');
    assert.equal(agent.displayVersion, '2.0.9938.0');
    assert.equal(agent.productCode, '{FFE6D16C-3F87-4192-AF94-DDBEFF165106}');
    assert.match(win32.basename(agent.uninstallCommand?.file ?? ''), /^msiexec(\.exe)?$/i);
    assert.match(agent.uninstallCommand?.args.join(' ') ?? '', /^\/[IX] ?\{FFE6D16C-/i);
    assert.deepEqual(
      (await programs.leftOf(agent)).map(({ what }) => what),
      ['key'],
    );
  }),
  installerCase('a 32-bit MSI is listed in the 32-bit view', ['masterTarget'], async () => {
    assert.deepEqual(await setUp('masterTarget'), exited(0));
    const target = await installed('masterTarget');
    assert.equal(target.view, '32');
    assert.equal(target.displayVersion, VERSION);
  }),
  installerCase('a real MSI is gone after its removal', ['agent'], async () => {
    const file = win32.join(host.places.programFiles, 'PSM Proof Agent', 'agent.exe');
    assert.deepEqual(await setUp('agent'), exited(0));
    assert.notEqual(await host.files.stat(file), null);
    const agent = await installed('agent');
    assert.deepEqual(await uninstall(agent), exited(0));
    assert.deepEqual(await programs.waitUntilGone(agent, host.clock, 10), []);
    assert.equal(await host.files.stat(file), null);
  }),
  installerCase('Windows Installer says 1605 for a product it has not', ['agent'], async () => {
    assert.deepEqual(await msiexec('/x', UNKNOWN_PRODUCT), exited(1605));
  }),
  installerCase('Windows Installer says 3010 when a restart is wished', ['agent'], async () => {
    assert.deepEqual(await setUp('agent', 'PSMRESTART=1'), exited(3010));
    assert.ok(await find('agent'));
  }),
  installerCase(
    'Windows Installer says 1603 and enters nothing on a failure',
    ['agent'],
    async () => {
      assert.deepEqual(await setUp('agent', 'PSMFAIL=1'), exited(1603));
      assert.equal(await find('agent'), undefined);
    },
  ),
  {
    name: 'installers: 1618 of a stand-in (Wine is never busy) is read while another holds the mutex',
    async run() {
      const holder = host.processes.run(programSpec('busy', ['hold', '10000']));
      for await (const _ of holder.output) break;
      assert.deepEqual(await ended(programFile('busy'), ['install']), exited(1618));
      const { pid } = await holder.identity;
      if (pid !== null) process.kill(pid);
      await holder.ended;
      assert.deepEqual(await ended(programFile('busy'), ['install']), exited(0));
    },
  },
];

export const installerCases: Case[] = [...innoCases, ...msiCases];
