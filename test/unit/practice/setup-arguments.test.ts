import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideArguments, decideLine, freshServer, ordinary } from './setup-environment';

const base =
  '/AcceptThirdpartyEULA /ServerMode PS /InstallLocation D:\\ASR /EnvType NonVMWare' +
  ' /CSIP 10.20.30.40 /PassphraseFilePath C:\\in\\Passphrase.txt';

describe('the argument parser', () => {
  test('takes names in any case after a slash or a dash', () => {
    const { params, accepted } = decideLine(base.replace('/CSIP', '-cSiP'));
    expect(accepted).toBe(true);
    expect(params.CSIP).toBe('10.20.30.40');
  });

  test('a bad token at the end is harmless', () => {
    const { exit, parserError } = decideLine(`${base} /SikpSpaceCheck`);
    expect(exit).toBe(0);
    expect(parserError).toMatch(
      /^Invalid command line parameters passed \/SikpSpaceCheck - Usage:/,
    );
  });

  test('an unknown switch silently loses the data port and the proxy file after it', () => {
    const { exit, effective } = decideLine(
      `${base} /BypassProxy /DataTransferSecurePort 9555 /ProxySettingsFilePath C:\\in\\none.txt`,
    );
    expect(exit).toBe(0);
    expect(effective).toMatchObject({ DataTransferSecurePort: '9443', ProxyType: 'Bypass' });
  });

  test('an unknown token before the mandatory arguments ends set-up with 2', () => {
    const { exit, message } = decideLine(base.replace('/EnvType', '/nvType'));
    expect(exit).toBe(2);
    expect(message).toBe(
      'Following arguments are missing which are mandatory for PS installation:' +
        ' EnvType,CSIP,PassphraseFilePath',
    );
  });

  test('a parameter given twice drops the rest of the line', () => {
    const { parserError, params } = decideLine(`${base} /csip 10.1.1.1 /PSIP 10.20.30.50`);
    expect(parserError).toBe('Command line parameter /csip was already specified');
    expect(params.CSIP).toBe('10.20.30.40');
    expect(params.PSIP).toBeUndefined();
  });

  test('a switch given twice counts as given twice too', () => {
    const { parserError, exit } = decideLine(`${base} /SkipTLSCheck /SKIPTLSCHECK`);
    expect(parserError).toBe('Command line parameter /SKIPTLSCHECK was already specified');
    expect(exit).toBe(0);
  });

  test('a value that begins like a parameter counts as missing', () => {
    for (const value of ['/etc/passwd', '-x', '/', '']) {
      const line = `${base} /SourceConfigFilePath ${value}`;
      expect(decideLine(line).parserError).toBe(
        'Command line parameter missing - /SourceConfigFilePath',
      );
    }
  });

  test('a dash in front of a quoted value makes it look like a parameter', () => {
    expect(decideLine(`${base} /PSIP -"10.20.30.50"`).parserError).toBe(
      'Command line parameter missing - /PSIP',
    );
  });

  test('a blank, a colon or an equals sign at a name makes it unknown', () => {
    for (const token of ['"/PSIP "', '/PSIP:', '/PSIP=10.20.30.50', '//PSIP', '/-PSIP', 'PSIP']) {
      expect(decideLine(`${base} ${token} 10.20.30.50`).params.PSIP).toBeUndefined();
    }
  });

  test('letters that only become ASCII in another alphabet are not the same', () => {
    expect(decideLine(`${base} /ſkipTLSCheck`).params.SkipTLSCheck).toBeUndefined();
    expect(decideArguments({ ...ordinary, ServerMode: 'pſ' }).exit).toBe(2);
  });

  test('an empty value is a value', () => {
    expect(decideLine(`${base} /DataTransferSecurePort ""`).effective).toMatchObject({
      DataTransferSecurePort: '',
    });
  });

  test('whatever follows the first error changes nothing', () => {
    fc.assert(
      fc.property(fc.string(), (rest) => {
        const clean = decideLine(`${base} /oops`);
        const more = decideLine(`${base} /oops ${rest.replaceAll('"', '')}`);
        expect({ ...more, logMessages: [] }).toEqual({ ...clean, logMessages: [] });
      }),
    );
  });

  test('no command line makes it fail', () => {
    const words = fc.constantFrom(
      ...`${base} /Upgrade /? /PSIP /AZUREIP "" " /SkipSpaceCheck CS D: \\`.split(' '),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 24 }), (line) => {
        expect([0, 1, 2]).toContain(decideLine(line.join(' ')).exit);
      }),
      { numRuns: 500 },
    );
  });

  test('without any argument the window opens, on every server', () => {
    for (const state of ['none', 'same', 'tooold'] as const) {
      expect(decideLine('', freshServer({ state }))).toMatchObject({
        exit: 0,
        accepted: true,
        verdict: 'interactive (GUI) mode: no arguments',
        effective: null,
        subcommands: null,
      });
    }
  });
});
