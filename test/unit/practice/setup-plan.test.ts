import { describe, expect, test } from 'vitest';
import type { InstalledState } from '../../../practice/vendor-behaviour/setup-environment';
import { decideArguments, decideLine, files, freshServer, ordinary } from './setup-environment';

const lines = (decision: ReturnType<typeof decideLine>) =>
  decision.subcommands?.map(({ text }) => text);

describe('fresh installation', () => {
  test('runs everything in the vendor’s order', () => {
    const given = { ...ordinary, PSIP: '10.20.30.50', DataTransferSecurePort: '9555' };
    expect(lines(decideArguments(given))).toEqual([
      '[copy] C:\\in\\Passphrase.txt -> %ProgramData%\\Microsoft Azure Site Recovery\\private\\connection.passphrase',
      'csgetfingerprint.exe -i 10.20.30.40 -p 443',
      'CX_THIRDPARTY_SETUP.EXE /VERYSILENT /SUPPRESSMSGBOXES /NORESTART',
      'UCX_SERVER_SETUP.EXE /VERYSILENT /SUPPRESSMSGBOXES /NORESTART /ServerMode "PS" /DIR="D:\\ASR\\home\\svsystems" /CSIP "10.20.30.40" /CSPort "443" /PassphrasePath "C:\\in\\Passphrase.txt" /EnvType "NonVMWare" /DataTransferSecurePort "9555" /NORESTART /PSIP "10.20.30.50"',
      'UNIFIEDAGENT.EXE /Role "MT" /Silent  /InstallLocation "D:\\ASR" /Platform "VmWare"',
      'D:\\ASR\\agent\\UnifiedAgentConfigurator.exe  /CSEndPoint "10.20.30.40" /PassphraseFilePath "C:\\ProgramData\\Microsoft Azure Site Recovery\\private\\connection.passphrase"',
      'MARSAgentInstaller.exe  /q /nu',
      '[stop service] ProcessServerMonitor',
      '[start service] ProcessServerMonitor',
      'D:\\ASR\\agent\\cdpcli.exe  --registermt',
    ]);
  });

  test('a drive without a folder makes the agent’s path drive-relative', () => {
    const all = lines(decideArguments({ ...ordinary, InstallLocation: 'D:' }))?.join('\n');
    expect(all).toContain('/DIR="D:\\home\\svsystems"');
    expect(all).toContain('D:agent\\cdpcli.exe  --registermt');
  });

  test('a slash at the end of the location is not repeated', () => {
    const all = lines(decideArguments({ ...ordinary, InstallLocation: 'D:/ASR/' }))?.join('\n');
    expect(all).toContain('D:/ASR/agent\\UnifiedAgentConfigurator.exe');
  });

  test('without registration neither cdpcli nor the proxy is run', () => {
    const server = freshServer({
      files: files({ 'C:\\in\\Passphrase.txt': 'passphrase-good', 'C:\\px': 'proxy-good-auth' }),
    });
    const given = { ...ordinary, ProxySettingsFilePath: 'C:\\px' };
    expect(lines(decideArguments(given, server))?.slice(-4)).toEqual([
      'D:\\ASR\\agent\\cdpcli.exe  --registermt',
      'SetMarsProxy.exe "http://proxy.example.test" "8080" "svc" "Pa55-word"',
      '[stop service] obengine',
      '[start service] obengine',
    ]);
    const skipping = decideArguments({ ...given, SkipRegistration: 'True' }, server);
    expect(lines(skipping)?.at(-1)).toBe('[start service] ProcessServerMonitor');
    expect(skipping.registryWrites).toContainEqual({ name: 'Proxy_Type', value: 'Custom' });
  });
});

describe('upgrade', () => {
  const upgrade = (state: InstalledState, line = '/Upgrade') =>
    decideLine(line, freshServer({ state, psExists: true }));

  test('installs over what is there, and registers nothing again', () => {
    const decision = upgrade('older');
    expect(decision).toMatchObject({ exit: 0, verdict: 'accepted: upgrade' });
    expect(lines(decision)).toEqual([
      'CX_THIRDPARTY_SETUP.EXE /VERYSILENT /SUPPRESSMSGBOXES /NORESTART',
      'UCX_SERVER_SETUP.EXE /VERYSILENT /SUPPRESSMSGBOXES /NORESTART /UPGRADE',
      'UNIFIEDAGENT.EXE /Role "MT" /Silent  /InstallLocation "C:\\ProgramData\\ASR\\agent" /Platform "VmWare"',
      'MARSAgentInstaller.exe  /q /nu',
      '[stop service] ProcessServerMonitor',
      '[start service] ProcessServerMonitor',
    ]);
  });

  test('an Azure image has no master target to upgrade', () => {
    expect(lines(upgrade('gallery-older'))).toHaveLength(2);
  });

  test('one more argument is let through, two are not', () => {
    expect(upgrade('older', '/Upgrade /AcceptThirdpartyEULA').exit).toBe(0);
    expect(upgrade('older', '/Upgrade foo').exit).toBe(0);
    expect(upgrade('older', '/Upgrade /SkipPrereqsCheck').effective).toMatchObject({
      SkipPrereqsCheck: true,
    });
    expect(upgrade('older', '/Upgrade /SkipPrereqsCheck ""')).toMatchObject({
      exit: 2,
      message: expect.stringMatching(/^Some other switches are passed/),
    });
  });

  test('other switches are told before a missing installation', () => {
    expect(upgrade('none', '/Upgrade /a /b').message).toMatch(/^Some other switches/);
    expect(upgrade('none').message).toMatch(/^All the Unified Setup components are not installed/);
  });

  test.each([
    ['same', 'Upgrade is not supported as the same version of the software is already installed'],
    ['higher', 'Upgrade is not supported as a higher version of the software is already installed'],
  ] as const)('over the %s version ends with 203', (state, text) => {
    expect(upgrade(state)).toMatchObject({
      exit: 203,
      accepted: false,
      message: expect.stringMatching(new RegExp(`^${text}`)),
      subcommands: null,
    });
  });

  test('a complete installation without /Upgrade is refused before anything else is checked', () => {
    for (const state of ['older', 'same', 'higher', 'gallery-older'] as const) {
      expect(upgrade(state, '/?')).toMatchObject({
        exit: 2,
        message: expect.stringMatching(
          /^All the components of Unified Setup are already installed/,
        ),
      });
    }
  });
});

describe('incomplete and old installations', () => {
  const install = (state: InstalledState, given = ordinary) =>
    decideArguments(given, freshServer({ state, psExists: true, files: new Map() }));

  test('the same version without a master target is installed again where it is', () => {
    const decision = install('nomt-same', {
      ...ordinary,
      InstallLocation: 'D:\\Other',
      CSIP: '10.9.9.9',
    });
    expect(decision.verdict).toBe('accepted: re-installation (no prerequisite checks)');
    expect(decision.effective).toMatchObject({
      InstallType: 'Fresh',
      ReInstallationStatus: 'Yes',
      AgentInstallDir: 'D:\\Other',
    });
    const all = lines(decision)?.join('\n');
    expect(all).toContain('/DIR="D:\\ASR\\home\\svsystems" /CSIP "10.20.30.40"');
    expect(all).not.toContain('Other');
  });

  test.each([
    ['nomt-older', "Previous installation is incomplete. Setup can't proceed ahead with upgrade."],
    [
      'tooold',
      'The version of Azure Site Recovery Unified Setup installed on this computer is very',
    ],
  ] as const)('%s ends with 203, once the arguments are accepted', (state, text) => {
    expect(install(state)).toMatchObject({
      exit: 203,
      message: expect.stringContaining(text),
      effective: null,
    });
    expect(install(state, { ...ordinary, CSIP: 'x' }).exit).toBe(2);
  });
});
