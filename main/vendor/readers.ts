import type { Readers } from '../../contract/reader';
import {
  changeWholeSetting,
  plainSetting,
  quotedSetting,
  wholeSetting,
} from './configuration-files';
import { fingerprintReader } from './fingerprint-test';
import { linkReader } from './junction';
import { registrationReader } from './registration';
import { serviceCommandReader } from './service-command';
import { signatureReader, termsReader, unpackReader } from './set-up-package';
import { unifiedSetupReader } from './unified-setup';

/** Every reader by the name that plans use. */
export const readers: Readers = {
  tools: {
    unifiedSetup: unifiedSetupReader,
    fingerprintTest: fingerprintReader,
    unpack: unpackReader,
    terms: termsReader,
    serviceCommand: serviceCommandReader,
    registration: registrationReader,
    linkCommand: linkReader,
  },
  settings: { quoted: quotedSetting, plain: plainSetting, whole: wholeSetting },
  settingWriters: { whole: changeWholeSetting },
  scripts: {
    signature: signatureReader,
    plain: () => ({ problem: null, facts: {}, restart: false }),
  },
};
