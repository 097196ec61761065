import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { ServerFacts } from '../../../contract/facts';
import {
  checkAnswers,
  csAddressProblem,
  installFolderProblem,
  passphraseProblem,
  portProblem,
  proxyAddressProblem,
  proxyValueProblem,
} from '../../../main/runbooks/set-up/answers';
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

test.each([
  'cs01.contoso.com',
  '010.20.30.40',
  '10.20.30',
  '10.20.30.256',
  ' 10.20.30.40',
  '0.1.2.3',
  '127.0.0.1',
  '',
])('the address %j is refused', (value) => expect(csAddressProblem(value)).not.toBeNull());

test.each(['443', '0443', '+443', '+9443', '0', '65536', '', '9443 ', '94.43'])(
  'the data port %j is refused',
  (value) => expect(portProblem(value, true)).not.toBeNull(),
);

test.each([
  'D:\\',
  'D:',
  'C:ASR',
  '\\\\server\\share',
  'ASR',
  'D:\\ASR\\',
  'D:\\Ordner ü',
  'C:\\Windows',
  'C:\\Temp\\x',
  'E:\\ASR',
  'D:\\-x',
  'D:\\a/b',
  '',
])('the folder %j is refused', (value) =>
  expect(installFolderProblem(value, facts)).not.toBeNull(),
);

test.each([
  'short',
  'has blanks in it all',
  '\uFEFFPractice-Passphrase',
  'sixteen=characters',
  'sixteen;characters',
  'ümlaut-passphrase',
])('the passphrase %j is refused', (value) => expect(passphraseProblem(value)).not.toBeNull());

test.each([
  'https://proxy',
  'HTTP://proxy',
  'proxy',
  'http://',
  'http://proxy:8080',
  'http://a=b',
  'http://a"b',
])('the proxy address %j is refused', (value) => expect(proxyAddressProblem(value)).not.toBeNull());

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
      fc.integer({ min: 1, max: 65_535 }),
      fc.boolean(),
      (installFolder, csAddress, port, skip) => {
        fc.pre(installFolderProblem(installFolder, facts) === null);
        fc.pre(csAddressProblem(csAddress) === null && portProblem(String(port), true) === null);
        const command = unifiedSetupCommand({
          packageFolder: 'C:\\P\\Files',
          installFolder,
          csAddress,
          passphraseFile: 'C:\\in\\Passphrase.txt',
          proxyFile: null,
          environment: 'NonVMWare',
          dataAddress: '10.20.30.41',
          dataPort: port,
          skipSpaceCheck: skip,
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
