import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { ServerFacts } from '../../../contract/facts';
import { text } from '../../../contract/text/set-up-procedure';
import {
  csAddressProblem,
  dataPortProblem,
  installFolderProblem,
  passphraseProblem,
  portProblem,
  proxyAddressProblem,
  proxyValueProblem,
  versionProblem,
} from '../../../main/runbooks/fields';
import { checkAnswers } from '../../../main/runbooks/set-up/answers';
import { installRunbook } from '../../../main/runbooks/set-up/install';
import { proxySettingsFile } from '../../../main/vendor/proxy-settings-file';
import { unifiedSetupCommand } from '../../../main/vendor/unified-setup';
import { decideSetup } from '../../../practice/vendor-behaviour/decide-setup';
import { readProxyFile } from '../../../practice/vendor-behaviour/proxy-file';
import { joinCommandLine, splitCommandLine } from '../../../practice/vendor-behaviour/windows-argv';
import { goodAnswers, openPracticeApplication } from '../../support/practice-application';
import { freshServer } from '../practice/setup-environment';

let facts: ServerFacts;
beforeAll(async () => {
  const { application, remove } = await openPracticeApplication({});
  const seen = await application.procedures.detect();
  if (!seen.ok) throw new Error(seen.problem.what);
  facts = seen.value;
  remove();
});

test('good answers have no problem', () => {
  expect(checkAnswers(goodAnswers, facts)).toEqual([]);
});

const { wrong } = text;

test.each([
  ['cs01.contoso.com', wrong.ipv4HostName],
  ['010.20.30.40', wrong.ipv4Zeros],
  ['10.20.30', wrong.ipv4],
  ['10.20.30.256', wrong.ipv4],
  [' 10.20.30.40', wrong.ipv4],
  ['fe80::1', wrong.ipv6],
  ['0.1.2.3', wrong.ipv4Unusable],
  ['127.0.0.1', wrong.ipv4Unusable],
  ['224.0.0.1', wrong.ipv4Unusable],
  ['', wrong.ipv4],
])('the address %j is refused with its own reason', (value, words) =>
  expect(csAddressProblem(value)).toBe(words),
);

test.each([
  ['443', wrong.port443],
  ['0443', wrong.port443],
  ['+443', wrong.port443],
  [' 443 ', wrong.port443],
  ['+9443', wrong.port],
  ['0', wrong.port],
  ['65536', wrong.port],
  ['9443 ', wrong.port],
  ['94.43', wrong.port],
  ['1', wrong.portOne],
  ['', wrong.portEmpty],
])('the data port %j is refused with its own reason', (value, words) =>
  expect(dataPortProblem(value)).toBe(words),
);

test('443 is a good port for a proxy', () => expect(portProblem('443')).toBeNull());

test.each([
  ['D:\\', wrong.folderRoot],
  ['D:', wrong.folderRoot],
  ['C:ASR', wrong.folderRelative],
  ['ASR', wrong.folderRelative],
  ['.\\ASR', wrong.folderRelative],
  ['\\\\server\\share', wrong.folderNetwork],
  ['D:\\ASR\\', wrong.folderBackslash],
  ['D:\\Ordner ü', wrong.folderNotAscii],
  ['C:\\Windows', wrong.folderSystem],
  ['C:\\Program Files (x86)\\ASR', wrong.folderSystem],
  ['C:\\Temp\\x', wrong.folderTemp],
  ['E:\\ASR', wrong.drive('E:')],
  ['D:\\-x', wrong.folderCharacters],
  ['D:\\a b ', wrong.folderCharacters],
  ['D:\\a/b', wrong.folderForm],
  ['D:\\a"b', wrong.folderForm],
  [`D:\\${'a'.repeat(130)}`, wrong.folderLong],
  ['', wrong.required],
])('the folder %j is refused with its own reason', (value, words) =>
  expect(installFolderProblem(value, facts)).toBe(words),
);

test.each([
  ['short', wrong.passphraseLength],
  ['has blanks in it all', wrong.passphraseBlanks],
  ['\uFEFFPractice-Passphrase', wrong.passphraseMark],
  ['sixteen=characters', wrong.passphraseSigns],
  ['sixteen;characters', wrong.passphraseSigns],
  ['ümlaut-passphrase', wrong.passphraseAscii],
])('the passphrase %j is refused with its own reason', (value, words) =>
  expect(passphraseProblem(value)).toBe(words),
);

test.each([
  ['https://proxy', wrong.proxyHttps],
  ['HTTP://proxy', wrong.proxyUpperCase],
  ['proxy', wrong.proxyNoScheme],
  ['http://', wrong.proxyAddress],
  ['http://proxy:8080', wrong.proxyPortInside],
  ['proxy:8080', wrong.proxyPortInside],
  ['http://a=b', wrong.proxyAddress],
  ['http://a"b', wrong.proxyAddress],
])('the proxy address %j is refused with its own reason', (value, words) =>
  expect(proxyAddressProblem(value)).toBe(words),
);

test('a version may be left out, but not be words', () => {
  expect(versionProblem('')).toBeNull();
  expect(versionProblem('9.55')).toBeNull();
  expect(versionProblem('9.55.6765.1')).toBeNull();
  expect(versionProblem('newest')).toBe(wrong.version);
});

const folder = fc
  .array(fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9 ._()-]{0,18}[A-Za-z0-9_]$/), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => `D:\\${parts.join('\\')}`);
const octet = fc.integer({ min: 0, max: 255 });
const address = fc.tuple(octet, octet, octet, octet).map((parts) => parts.join('.'));
const password = fc.string({ minLength: 1, maxLength: 24, unit: 'grapheme-ascii' });

test('whatever the form accepts, set-up takes and uses as it was meant', () => {
  fc.assert(
    fc.property(
      folder,
      address,
      fc.integer({ min: 2, max: 65_535 }),
      fc.record({
        skipSpaceCheck: fc.boolean(),
        skipPrerequisites: fc.boolean(),
        skipTls: fc.boolean(),
        skipRegistration: fc.boolean(),
      }),
      fc.option(fc.constant('10.20.31.41')),
      (installFolder, csAddress, port, skips, azureAddress) => {
        fc.pre(installFolderProblem(installFolder, facts) === null);
        fc.pre(csAddressProblem(csAddress) === null && dataPortProblem(String(port)) === null);
        const command = unifiedSetupCommand({
          packageFolder: 'C:\\P\\Files',
          installFolder,
          csAddress,
          passphraseFile: 'C:\\in\\Passphrase.txt',
          proxyFile: null,
          environment: 'NonVMWare',
          dataAddress: '10.20.30.41',
          dataPort: port,
          azureAddress,
          ...skips,
        });
        const argv = splitCommandLine(joinCommandLine([command.file, ...command.args]));
        expect(argv).toEqual([command.file, ...command.args]);
        const decision = decideSetup(argv, freshServer());
        expect(decision.parserError ?? null).toBeNull();
        expect(decision.exit).toBe(0);
        expect(decision.effective).toMatchObject({
          AgentInstallDir: installFolder,
          DataTransferSecurePort: String(port),
        });
        expect(decision.params).toMatchObject({ CSIP: csAddress, PSIP: '10.20.30.41' });
      },
    ),
    { numRuns: 300 },
  );
});

test('whatever the form accepts for a proxy, set-up reads as it was meant', () => {
  fc.assert(
    fc.property(password, password, fc.integer({ min: 1, max: 65_535 }), (user, secret, port) => {
      fc.pre(proxyValueProblem(user) === null && proxyValueProblem(secret) === null);
      const content = proxySettingsFile({
        address: 'http://proxy.contoso.test',
        port: String(port),
        user,
        passwordSecret: 'p',
      })
        .map((part) => ('text' in part ? part.text : secret))
        .join('');
      const read = readProxyFile(new TextEncoder().encode(content));
      expect(read.valid).toBe(true);
      expect(read.used).toEqual({
        address: 'http://proxy.contoso.test',
        port: String(port),
        user,
        password: secret,
      });
    }),
    { numRuns: 500 },
  );
});

test('no order of answers gives another plan', () => {
  const prepared = {
    folder: 'x',
    source: goodAnswers.setupFile ?? '',
    sha256: '0',
    signer: 's',
    version: '9.55.6765.1',
    complete: true,
    unchanged: true,
    terms: 'Third Party Software License',
  };
  const places = {
    system32: 'C:\\Windows\\System32',
    programData: 'C:\\ProgramData',
    ownFolder: 'C:\\ProgramData\\P',
  };
  const plan = (answers: Record<string, string>) =>
    JSON.stringify(installRunbook.plan(answers, { ...facts, prepared }, places));
  fc.assert(
    fc.property(
      fc.shuffledSubarray(Object.entries(goodAnswers), {
        minLength: Object.keys(goodAnswers).length,
      }),
      (entries) => {
        expect(plan(Object.fromEntries(entries))).toBe(plan({ ...goodAnswers }));
      },
    ),
  );
});
