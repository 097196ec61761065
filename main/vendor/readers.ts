import type { Readers } from '../../contract/reader';
import { plainSetting, quotedSetting } from './configuration-files';
import { fingerprintReader } from './fingerprint-test';
import { registrationReader } from './registration';
import { serviceCommandReader } from './service-command';
import { signatureReader, termsReader, unpackReader } from './set-up-package';
import { unifiedSetupReader } from './unified-setup';
import { unregisterComponentReader } from './unregister-component';

/** Every reader by the name that plans use. */
export const readers: Readers = {
  tools: {
    unifiedSetup: unifiedSetupReader,
    fingerprintTest: fingerprintReader,
    unpack: unpackReader,
    terms: termsReader,
    serviceCommand: serviceCommandReader,
    registration: registrationReader,
  },
  lists: { unregisterComponent: unregisterComponentReader },
  settings: { quoted: quotedSetting, plain: plainSetting },
  scripts: {
    signature: signatureReader,
    plain: () => ({ problem: null, facts: {}, restart: false }),
  },
};
