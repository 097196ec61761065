import { expect, test } from 'vitest';
import { argumentReferenceSchema } from '../../../contract/reference';
import { argumentReference, findArgument } from '../../../main/vendor/reference/arguments';
import { unifiedSetupCommand } from '../../../main/vendor/unified-setup';

const SWITCHES =
  '? Upgrade ShowThirdpartyEULA AcceptThirdpartyEULA SkipSpaceCheck SkipPrereqsCheck SkipTLSCheck SkipRegistration BypassProxy';
const WITH_VALUE =
  'ServerMode InstallLocation InstallDrive MySQLCredsFilePath VaultCredsFilePath EnvType PSIP AZUREIP CSIP PassphraseFilePath SourceConfigFilePath ProxySettingsFilePath DataTransferSecurePort';

test('every argument of set-up and of the articles has one row', () => {
  const names = (takesValue: boolean) =>
    argumentReference.filter((row) => row.takesValue === takesValue).map(({ name }) => name);
  expect(names(false).sort()).toEqual(SWITCHES.split(' ').sort());
  expect(names(true).sort()).toEqual(WITH_VALUE.split(' ').sort());
});

test.each(argumentReference)('the row of $name is complete', (row) => {
  expect(argumentReferenceSchema.parse(row)).toEqual(row);
  expect(row.example).toMatch(row.takesValue ? /^\/\S+ \S/ : /^\/\S+$/);
  expect(row.example.split(' ')[0]).toBe(`/${row.name}`);
  expect(row.documented).not.toBe('');
  if (row.use === 'never') expect(row.why).not.toBe('');
});

test('an argument is found in any case, and an unknown one is not', () => {
  expect(findArgument('cSiP')?.name).toBe('CSIP');
  expect(findArgument('SikpSpaceCheck')).toBeNull();
  expect(findArgument('constructor')).toBeNull();
});

test('what we pass on is what the reference says we pass on', () => {
  const { args } = unifiedSetupCommand({
    packageFolder: 'C:\\Package',
    installFolder: 'D:\\ASR',
    csAddress: '10.20.30.40',
    passphraseFile: 'C:\\Work\\Passphrase.txt',
    proxyFile: 'C:\\Work\\Proxy.txt',
    environment: 'VMWare',
    dataAddress: '10.20.30.50',
    dataPort: 9443,
    azureAddress: '10.20.30.60',
    skipSpaceCheck: true,
    skipPrerequisites: true,
    skipTls: true,
    skipRegistration: true,
  });
  const passed = args.filter((one) => one.startsWith('/')).map((one) => one.slice(1));
  const rows = argumentReference.filter(({ name }) => passed.includes(name));
  expect(rows.map(({ name }) => name)).toEqual(passed);
  expect(argumentReference.filter(({ use }) => use !== 'never')).toEqual(rows);
});
