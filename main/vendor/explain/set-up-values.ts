import type { ExplainedToken } from '../../../contract/explanation';
import { text } from '../../../contract/text/explanation';
import { isIpv4, isUsableIpv4 } from '../ipv4';
import { readInstallFolder } from './install-folder';
import { MASK } from './mask-line';
import { isPlaceholder } from './placeholders';

/** What one value of a set-up line is worth. */
export interface Judged {
  readonly verdict: ExplainedToken['verdict'];
  readonly meaning: string;
  /** What we use; null when the value is not used. */
  readonly used: string | null;
  readonly answers: Readonly<Record<string, string>>;
}

const { values } = text;

const refused = (meaning: string): Judged => ({
  verdict: 'refused',
  meaning,
  used: null,
  answers: {},
});

function taken(value: string, used: string, meaning: string, answers = {}): Judged {
  return { verdict: used === value ? 'good' : 'corrected', meaning, used, answers };
}

function judgeAddress(value: string, answer: string, good: string): Judged {
  const bare = /^\s*(?:https?:\/\/)?([\d.]+)(?::\d+)?\/?\s*$/i.exec(value)?.[1] ?? '';
  if (!isIpv4(bare)) {
    if (/^[\d.]*$/.test(value.trim())) return refused(values.notAnAddress);
    return refused(answer === 'csAddress' ? values.hostName : values.notAnAddress);
  }
  if (!isUsableIpv4(bare)) return refused(values.unusableAddress);
  const meaning = bare === value ? good : values.addressOnly;
  return taken(value, bare, meaning, { [answer]: bare });
}

function judgeServerMode(value: string): Judged {
  if (value.toUpperCase() === 'CS') return refused(values.configurationServer);
  return value.toUpperCase() === 'PS'
    ? { verdict: 'good', meaning: values.processServer, used: 'PS', answers: {} }
    : taken(value, 'PS', values.serverMode);
}

function judgeEnvironment(value: string): Judged {
  const isVmware = /^vmware$/i.test(value);
  if (isVmware || /^nonvmware$/i.test(value)) {
    const meaning = isVmware ? values.vmware : values.physical;
    const answers = { environment: isVmware ? 'vmware' : 'physical' };
    return { verdict: 'good', meaning, used: isVmware ? 'VMWare' : 'NonVMWare', answers };
  }
  return /^(?:non[- _]?vmware|physical)$/i.test(value.trim())
    ? taken(value, 'NonVMWare', values.environment, { environment: 'physical' })
    : refused(values.environment);
}

function judgeFolder(value: string): Judged {
  const { folder, flaw } = readInstallFolder(value);
  if (folder === null) return refused(values.folder[flaw ?? 'empty']);
  const meaning = flaw === null ? values.folderGood : values.folder[flaw];
  return taken(value, folder, meaning, { installFolder: folder });
}

/** Source: vendor source, WrapperSetup/Program.cs, and runs of it: 443 is dropped for a PS. */
function judgeDataPort(value: string): Judged {
  const use = (port: string, meaning: string) => taken(value, port, meaning, { dataPort: port });
  if (value.trim() === '') return use('9443', values.portEmpty);
  const digits = /^\s*\+?(\d{1,9})\s*$/.exec(value)?.[1];
  const port = digits === undefined ? 0 : Number(digits);
  if (port < 2 || port > 65_535) return refused(values.port);
  if (port === 443) return use('9443', values.port443);
  if (port === 9433) return use('9443', values.port9433);
  return use(String(port), String(port) === value ? values.portGood : values.portDigits);
}

function judgePassphraseFile(value: string): Judged {
  if (value.includes(MASK)) return refused(values.passphraseItself);
  if (value.trim() === '') return refused(values.pathEmpty);
  return taken(value, value, values.passphraseFile);
}

function judgeProxyFile(value: string): Judged {
  if (value.trim() === '') return refused(values.pathEmpty);
  return taken(value, value, values.proxyFile, { proxyMode: 'custom' });
}

const JUDGES: Readonly<Record<string, (value: string) => Judged>> = {
  ServerMode: judgeServerMode,
  InstallLocation: judgeFolder,
  EnvType: judgeEnvironment,
  CSIP: (value) => judgeAddress(value, 'csAddress', values.csAddress),
  PSIP: (value) => judgeAddress(value, 'dataAddress', values.dataAddress),
  AZUREIP: (value) => judgeAddress(value, 'azureAddress', values.azureAddress),
  PassphraseFilePath: judgePassphraseFile,
  ProxySettingsFilePath: judgeProxyFile,
  DataTransferSecurePort: judgeDataPort,
  MySQLCredsFilePath: () => refused(values.configurationServerFile),
  VaultCredsFilePath: () => refused(values.configurationServerFile),
  SourceConfigFilePath: () => ({ ...refused(values.noEffect), verdict: 'ignored' }),
};

/** Judges the value that follows an argument of set-up. */
export function judgeValue(name: string, value: string): Judged {
  if (isPlaceholder(value)) return refused(values.placeholder);
  return JUDGES[name]?.(value) ?? refused(values.noEffect);
}
