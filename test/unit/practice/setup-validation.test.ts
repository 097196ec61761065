import { describe, expect, test } from 'vitest';
import { decideArguments, decideLine, files, freshServer, ordinary } from './setup-environment';

const withDrives = (drive: string, type: string, fs: string, freeGb: number) =>
  freshServer({ drives: new Map([[drive, { type, fs, freeGb }]]) });

describe('order of the checks', () => {
  test('help comes before everything else of an installation', () => {
    expect(decideLine('/ServerMode XX /?').message).toMatch(/^Usage:/);
  });

  test('the license must be accepted before the server mode is looked at', () => {
    expect(decideLine('/ServerMode XX').message).toBe(
      '/AcceptThirdpartyEULA is a mandatory argument. Please pass the argument and retry the' +
        ' installation.',
    );
  });

  test('the license can only be shown', () => {
    const { exit, message } = decideArguments({ ...ordinary, ShowThirdpartyEULA: 'True' });
    expect(exit).toBe(2);
    expect(message).toMatch(/^Third Party Software License/);
  });

  test('each check hides the ones after it', () => {
    const everythingWrong = {
      ServerMode: 'XX',
      InstallLocation: '.',
      EnvType: 'Physical',
      CSIP: 'cs01',
      PassphraseFilePath: 'C:\\none',
      PSIP: 'x',
      ProxySettingsFilePath: 'C:\\none',
      DataTransferSecurePort: '0',
    };
    const repairs = { ...ordinary, PSIP: '10.1.1.1' };
    const seen: string[] = [];
    let given: Record<string, string | undefined> = everythingWrong;
    for (const [name, value] of Object.entries(repairs)) {
      seen.push(decideArguments(given).message ?? '');
      given = { ...given, [name]: value };
    }
    seen.push(decideArguments(given).message ?? '');
    given = { ...given, ProxySettingsFilePath: undefined };
    seen.push(decideArguments(given).message ?? '');
    expect(seen.map((text) => text.trim().slice(0, 40))).toEqual([
      'Invalid ServerMode argument value: XX',
      'Install location(.) either be a System D',
      'Invalid EnvType argument value: Physical',
      'CSIP passed to the installer(cs01) is no',
      'Passphrase validation has failed. Please',
      'PSIP passed to the installer(x) is not a',
      'Either proxy settings file(C:\\none) does',
      'Please specify a valid port number betwe',
    ]);
  });
});

describe('install location', () => {
  const at = (InstallLocation: string, environment = freshServer(), more = {}) =>
    decideArguments({ ...ordinary, InstallLocation, ...more }, environment);

  test('a path without a root, on the network or with a forbidden letter is refused at once', () => {
    for (const location of [
      '.',
      'ASR\\x',
      'D',
      ' D:\\ASR',
      '\\\\srv\\share',
      'D:\\A"R',
      'D:\\A<R',
      'D:\\A|R',
    ]) {
      expect(at(location).message).toBe(
        `Install location(${location}) either be a System Drive or relative path.\n`,
      );
    }
  });

  test('only C:\\ itself counts as the system drive, and only in upper case', () => {
    const skip = { SkipSpaceCheck: 'True' };
    for (const location of ['C:', 'C:\\', 'C:/', 'C:\\\\', 'C: ']) {
      expect(at(location, freshServer(), skip).exit).toBe(2);
    }
    for (const location of ['c:', 'c:\\', 'C:\\ASR', 'C:\\.']) {
      expect(at(location, freshServer(), skip).exit).toBe(0);
    }
  });

  test('a name of more than 255 letters is refused', () => {
    expect(at(`D:\\${'a'.repeat(255)}`).exit).toBe(0);
    expect(at(`D:\\${'a'.repeat(256)}`).exit).toBe(2);
  });

  test('the drive is taken by its letter, whatever follows it', () => {
    for (const location of [
      'D:',
      'd:\\asr',
      'D:foo',
      'D:/ASR/',
      'D:\\\\ASR',
      'D:\\日本',
      'D:\\a*?',
    ]) {
      expect(at(location).exit).toBe(0);
    }
    expect(at('Z:\\ASR').message).toMatch(
      /^Either install location\(Z:\\ASR\) does not exist \(or\) it does not have 600 GB/,
    );
  });

  test('600 GB have to be free, unless a switch leaves that out', () => {
    const short = withDrives('D:', 'Fixed', 'NTFS', 599);
    expect(at('D:\\ASR', short).exit).toBe(2);
    expect(at('D:\\ASR', short, { SkipSpaceCheck: 'True' }).exit).toBe(0);
    expect(at('D:\\ASR', short, { SkipPrereqsCheck: 'True' }).exit).toBe(0);
    expect(at('D:\\ASR', withDrives('D:', 'Fixed', 'NTFS', 600)).exit).toBe(0);
  });

  test('no switch leaves out that the drive must be fixed and have NTFS', () => {
    for (const server of [
      withDrives('D:', 'Network', 'NTFS', 900),
      withDrives('D:', 'Fixed', 'ReFS', 900),
    ]) {
      expect(at('D:\\ASR', server, { SkipSpaceCheck: 'True' }).message).toBe(
        'Either install location(D:\\ASR) does not exist (or) install location is not on a fixed' +
          ' drive (or) install location is not on a NTFS drive.\n',
      );
    }
    expect(at('D:\\ASR', withDrives('D:', 'Fixed', 'ntfs', 900)).exit).toBe(0);
  });

  test('an empty location ends set-up with an exception and exit code 1', () => {
    expect(at('')).toMatchObject({ exit: 1, accepted: false, subcommands: null });
  });
});

describe('addresses', () => {
  const withCs = (CSIP: string) => decideArguments({ ...ordinary, CSIP });

  test('are four numbers from 0 to 255 without leading zeros', () => {
    for (const good of ['0.0.0.0', '10.255.255.255', '1.1.1.249']) {
      expect(withCs(good).exit).toBe(0);
    }
    for (const bad of ['cs01', '1.1', '256.1.1.1', '1.01.1.1', '1.1.1.١', '10.20.30.40 ', '::1']) {
      expect(withCs(bad).message).toBe(
        `CSIP passed to the installer(${bad}) is not a valid IP address.\n`,
      );
    }
  });

  test('a line feed at the end is overlooked', () => {
    expect(withCs('10.20.30.40\n').exit).toBe(0);
    expect(withCs('10.20.30.40\r\n').exit).toBe(2);
  });

  test('AZUREIP is looked at for a configuration server only', () => {
    expect(decideArguments({ ...ordinary, AZUREIP: 'bad' }).exit).toBe(0);
  });
});

describe('environment type', () => {
  test('is taken in any case, but not with a blank behind it', () => {
    expect(decideArguments({ ...ordinary, EnvType: 'nonvmware' }).effective?.EnvType).toBe(
      'NonVMWare',
    );
    expect(decideArguments({ ...ordinary, EnvType: 'VMWare ' }).exit).toBe(2);
  });

  test('VMware is checked but not kept, so the installer gets an empty one', () => {
    const { effective, subcommands } = decideArguments({ ...ordinary, EnvType: 'VMWare' });
    expect(effective).not.toHaveProperty('EnvType');
    expect(subcommands?.map(({ text }) => text).join()).toContain('/EnvType ""');
  });

  test('VMware needs the VMware Tools', () => {
    const server = freshServer({ vmwareTools: false });
    expect(decideArguments({ ...ordinary, EnvType: 'VMWare' }, server).message).toMatch(
      /^To protect VMware virtual machines you’ll need to install VMware Tools\./,
    );
    expect(decideArguments(ordinary, server).exit).toBe(0);
  });
});

describe('passphrase', () => {
  const withFile = (PassphraseFilePath: string, environment = freshServer()) =>
    decideArguments({ ...ordinary, PassphraseFilePath }, environment).exit;

  test('its file is found in any case, with either slash and relative to the current folder', () => {
    for (const path of [
      'c:\\IN\\passphrase.TXT',
      'C:/in/Passphrase.txt',
      'C:\\in\\x\\..\\Passphrase.txt',
      '\\in\\Passphrase.txt',
    ]) {
      expect(withFile(path)).toBe(0);
    }
    expect(withFile('Passphrase.txt')).toBe(2);
    for (const path of ['Passphrase.txt', '.\\Passphrase.txt', 'C:Passphrase.txt']) {
      expect(withFile(path, freshServer({ cwd: 'C:\\in' }))).toBe(0);
    }
  });

  test('a folder, a wildcard or a forbidden letter is no file', () => {
    for (const path of ['C:\\in', 'C:\\in\\', 'C:\\in\\*.txt', 'C:\\in\\a|b.txt', ' ', '']) {
      expect(withFile(path)).toBe(2);
    }
  });

  test('a file on another server is found by its name', () => {
    const server = freshServer({ files: files({ '\\\\srv\\s\\p.txt': 'passphrase-good' }) });
    expect(withFile('\\\\SRV\\s\\p.txt', server)).toBe(0);
  });

  test('it is tried three times before set-up gives up', () => {
    const { exit, logMessages } = decideArguments(ordinary, freshServer({ passphraseOk: false }));
    expect(exit).toBe(2);
    expect(logMessages.filter(({ text }) => text.includes('- attempt '))).toHaveLength(3);
  });

  test('it is not looked at when a process server is there already', () => {
    const server = freshServer({ psExists: true, files: new Map() });
    const { exit, subcommands } = decideArguments(ordinary, server);
    expect(exit).toBe(0);
    expect(subcommands?.[0]?.text).toMatch(/^CX_THIRDPARTY_SETUP\.EXE/);
    expect(subcommands?.[1]?.text).toContain('/PassphrasePath ""');
  });
});

describe('data port', () => {
  const withPort = (DataTransferSecurePort: string) =>
    decideArguments({ ...ordinary, DataTransferSecurePort });

  test('443 is replaced by the default without a word', () => {
    expect(withPort('443')).toMatchObject({
      exit: 0,
      message: null,
      effective: { DataTransferSecurePort: '9443' },
    });
  });

  test('443 with a blank is kept as it is', () => {
    for (const port of [' 443', '443 ', '+443', '0443']) {
      expect(withPort(port).effective?.DataTransferSecurePort).toBe(port);
    }
  });

  test('what is no number from 1 to 65535 in ASCII digits is refused with two texts', () => {
    for (const port of [
      '94a3',
      '9.443',
      '9443,0',
      '+65536',
      '0',
      '９４４３',
      '9443\u00a0',
      '0x1F',
      ' ',
    ]) {
      expect(withPort(port)).toMatchObject({
        exit: 2,
        message: 'Please specify a valid port number between 1 and 65535.',
        message2: `DataTransferSecurePort passed to the installer(${port}) is not a valid port.\n`,
      });
    }
  });
});

describe('proxy file', () => {
  const withProxy = (name: string) =>
    decideArguments(
      { ...ordinary, ProxySettingsFilePath: 'C:\\in\\px.txt' },
      freshServer({
        files: files({ 'C:\\in\\Passphrase.txt': 'passphrase-good', 'C:\\in\\px.txt': name }),
      }),
    );

  test('a wrong value is told before the file is refused', () => {
    expect(withProxy('proxy-bad-auth-true')).toMatchObject({
      exit: 2,
      message: 'Invalid ProxyAuthentication value: True\n',
      message2:
        "Either proxy settings file(C:\\in\\px.txt) does not exist or it's contents are not valid.\n",
    });
  });

  test('a wrong port is told in two texts of its own', () => {
    expect(withProxy('proxy-bad-port65536')).toMatchObject({
      message: 'Please specify a valid port number between 1 and 65535.',
      message2: 'Invalid ProxyPort value: 65536\n',
    });
  });

  test('a wrong form is told by the refusal alone', () => {
    expect(withProxy('proxy-bad-fivelines')).toMatchObject({
      message:
        "Either proxy settings file(C:\\in\\px.txt) does not exist or it's contents are not valid.\n",
      message2: null,
    });
  });

  test('no password comes into the log', () => {
    const { logMessages, subcommands } = withProxy('proxy-good-auth');
    expect(logMessages.map(({ text }) => text).join('\n')).not.toContain('Pa55-word');
    expect(subcommands?.find(({ step }) => step === 'setMarsProxy')).toMatchObject({
      logsArguments: false,
    });
  });
});

describe('configuration server', () => {
  const arguments_ = {
    ServerMode: 'cs',
    InstallLocation: 'D:\\ASR',
    MySQLCredsFilePath: 'C:\\in\\mysql.txt',
    VaultCredsFilePath: 'C:\\in\\v.VaultCredentials',
    EnvType: 'NonVMWare',
  };
  const server = freshServer({
    files: files({
      'C:\\in\\mysql.txt': 'mysql-good',
      'C:\\in\\v.VaultCredentials': 'vaultcreds',
      'C:\\in\\text.txt': 'text',
    }),
  });

  test('is accepted, but what it would run is not simulated', () => {
    expect(decideArguments(arguments_, server)).toMatchObject({
      exit: 0,
      effective: { ServerMode: 'CS' },
      subcommands: null,
    });
  });

  test('needs the vault file unless it does not register', () => {
    const without = { ...arguments_, VaultCredsFilePath: undefined };
    expect(decideArguments(without, server).message).toBe(
      'Following arguments are missing which are mandatory for CS installation:' +
        ' VaultCredsFilePath',
    );
    expect(decideArguments({ ...without, SkipRegistration: 'True' }, server).exit).toBe(0);
  });

  test('the vault file needs its extension, in any case', () => {
    const named = (VaultCredsFilePath: string) =>
      decideArguments({ ...arguments_, VaultCredsFilePath }, server).message;
    expect(named('C:\\in\\V.VAULTCREDENTIALS')).toBeNull();
    expect(named('C:\\in\\text.txt')).toMatch(/does not have \.VaultCredentials extension/);
  });

  test('a wrong MySQL file is told with its format', () => {
    const wrong = { ...arguments_, MySQLCredsFilePath: 'C:\\in\\text.txt' };
    expect(decideArguments(wrong, server)).toMatchObject({
      exit: 2,
      message: expect.stringMatching(/^Either MySQL credentials file\(C:\\in\\text\.txt\)/),
      message2: expect.stringMatching(/^Please make sure MySQL credentials file/),
    });
  });

  test('443 is refused as data port', () => {
    expect(decideArguments({ ...arguments_, DataTransferSecurePort: '443' }, server).message).toBe(
      'Port 443 is used to manage replication operations. Select a different port.\n',
    );
  });
});
