import type { Readers } from '../../contract/reader';
import { renewalReader } from './certificates';
import { configToolReader } from './config-tool';
import {
  changeWholeSetting,
  plainSetting,
  quotedSetting,
  wholeSetting,
} from './configuration-files';
import { defenderReader } from './defender';
import { fingerprintReader } from './fingerprint-test';
import { linkReader } from './junction';
import { proxyRouteReader } from './proxy-route';
import { registrationReader } from './registration';
import { serviceCommandReader } from './service-command';
import { signatureReader, termsReader, unpackReader } from './set-up-package';
import { unifiedSetupReader } from './unified-setup';
import {
  innoRemovalReader,
  processServerRemovalReader,
  removingCommandReader,
  windowsInstallerRemovalReader,
} from './uninstaller';
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
    configTool: configToolReader,
    renewal: renewalReader,
    linkCommand: linkReader,
    windowsInstallerRemoval: windowsInstallerRemovalReader,
    innoRemoval: innoRemovalReader,
    removingCommand: removingCommandReader,
    processServerRemoval: processServerRemovalReader,
  },
  settings: { quoted: quotedSetting, plain: plainSetting, whole: wholeSetting },
  settingWriters: { whole: changeWholeSetting },
  lists: { unregisterComponent: unregisterComponentReader },
  scripts: {
    signature: signatureReader,
    proxyRoute: proxyRouteReader,
    defender: defenderReader,
    plain: () => ({ problem: null, facts: {}, restart: false }),
  },
};
