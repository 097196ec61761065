import type { Check } from '../../../contract/check';
import { type Plan, type PlanBody, type PlanStep, planSchema } from '../../../contract/plan';
import type { Answers } from '../../../contract/runbook';
import { makePlan } from '../../../main/engine/plan';
import { addressRunbook } from '../../../main/runbooks/address/address';
import { antivirusRunbook } from '../../../main/runbooks/antivirus/antivirus';
import { certificatesRunbook } from '../../../main/runbooks/certificates/certificates';
import { decommissionRunbook } from '../../../main/runbooks/decommission/decommission';
import { leftoversRunbook } from '../../../main/runbooks/decommission/leftovers';
import { downloadRunbook } from '../../../main/runbooks/download/download';
import { proxyRunbook } from '../../../main/runbooks/proxy/proxy';
import { purgeRunbook } from '../../../main/runbooks/purge/purge';
import { registerRunbook } from '../../../main/runbooks/register/register';
import { repairRunbook } from '../../../main/runbooks/repair/repair';
import { restoreRunbook } from '../../../main/runbooks/restore/restore';
import type { Runbook } from '../../../main/runbooks/runbook';
import { servicesRunbook } from '../../../main/runbooks/services/services';
import { installRunbook } from '../../../main/runbooks/set-up/install';
import { prepareRunbook } from '../../../main/runbooks/set-up/prepare';
import { upgradeRunbook } from '../../../main/runbooks/upgrade/upgrade';
import { unregisterCommand } from '../../../main/vendor/unregister-component';
import { changingFacts } from '../../support/change-facts';
import { endingCertificates, installedFacts, leftDefender } from '../../support/protection-facts';
import { factsWith } from '../../support/sample-facts';

const SETUP_FILE = 'C:\\Users\\Administrator\\Downloads\\UnifiedSetup.exe';

const listProgram = {
  ...unregisterCommand('D:\\ASR', '10.20.30.43'),
  timeoutSeconds: 600,
};

const facts = factsWith({
  serverName: 'PS01',
  addresses: [{ address: '10.20.30.41', adapter: 'Ethernet', dhcp: false }],
  drives: [{ letter: 'D:', kind: 'fixed', fileSystem: 'NTFS', sizeBytes: 1e12, freeBytes: 9e11 }],
  setupFiles: [{ path: SETUP_FILE, sizeBytes: 700_000_000, modified: '2026-11-20T10:00:00.000Z' }],
  prepared: {
    folder: 'C:\\ProgramData\\ProcessServerManager\\packages\\x\\Files',
    source: SETUP_FILE,
    sha256: 'a'.repeat(64),
    signer: 'CN=Microsoft Corporation, O=Microsoft Corporation',
    version: '9.63.1.1',
    complete: true,
    unchanged: true,
    terms: null,
  },
});

/** A process server with exclusions and certificates that are not as they should be. */
const protectedFacts = factsWith({
  ...installedFacts,
  details: {
    antivirus: { defender: leftDefender, why: '', otherProducts: [] },
    certificates: endingCertificates,
  },
});

const places = {
  system32: 'C:\\Windows\\System32',
  programData: 'C:\\ProgramData',
  ownFolder: 'C:\\ProgramData\\ProcessServerManager',
};

const direct: Answers = {
  setupFile: SETUP_FILE,
  csAddress: '10.20.30.40',
  proxyMode: 'direct',
  environment: 'vmware',
  installFolder: "D:\\It's ASR",
  spaceCheck: 'no',
  dataAddress: '10.20.30.41',
  dataPort: '9443',
  acceptTerms: 'yes',
};
const withProxy: Answers = {
  ...direct,
  proxyMode: 'custom',
  proxyAddress: 'http://proxy.contoso.test',
  proxyPort: '8080',
  proxySignIn: 'yes',
  proxyUser: 'CONTOSO\\svc-proxy',
};
const link: Answers = {
  source: 'link',
  link: 'https://aka.ms/unifiedinstaller',
  proxyMode: 'custom',
  proxyAddress: 'http://proxy.contoso.test',
  proxyPort: '8080',
  proxyAccount: 'given',
  proxyUser: 'CONTOSO\\svc-proxy',
};

const installed = {
  ...facts,
  configuration: { ...facts.configuration, installFolder: "D:\\It's ASR" },
};

const connection: Answers = { action: 'change', csAddress: '10.20.30.40', dataPort: '9443' };
/** A process server with its master target. */
const registered = {
  ...facts,
  products: { ...facts.products, processServer: '9.63.1.1', masterTarget: '9.63.1.1' },
  configuration: { ...facts.configuration, installFolder: "D:\\It's ASR" },
};

const planOf = (runbook: Runbook, answers: Answers, seen = facts) =>
  makePlan(runbook.plan(answers, seen, places));

const label = (kind: string) => ({ label: `The ${kind} holds`, withinSeconds: 0 });

/** One check of every kind there is; a new kind fails to compile here. */
export const everyCheck: { [K in Check['kind']]: Extract<Check, { kind: K }> } = {
  serviceIs: {
    kind: 'serviceIs',
    ...label('service'),
    service: 'InMage PushInstall',
    state: 'running',
    startTypes: ['automatic', 'delayed'],
  },
  httpsAnswers: {
    kind: 'httpsAnswers',
    label: 'The port answers',
    withinSeconds: 120,
    host: '10.20.30.41',
    port: 9443,
    status: 400,
  },
  registryValue: {
    kind: 'registryValue',
    ...label('value'),
    view: '32',
    key: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\InMage Systems\\Installed Products\\9',
    name: 'Proxy_Type',
    expected: null,
  },
  productInstalled: {
    kind: 'productInstalled',
    ...label('product'),
    displayName: 'Microsoft Azure Site Recovery Configuration/Process Server',
    version: '9.63',
  },
  productAbsent: { kind: 'productAbsent', ...label('absence'), displayName: 'VMware Tools' },
  fileExists: { kind: 'fileExists', ...label('file'), path: 'C:\\a\\b.txt' },
  fileAbsent: { kind: 'fileAbsent', ...label('gap'), path: 'C:\\a\\c.txt' },
  fileHash: { kind: 'fileHash', ...label('hash'), path: 'C:\\a\\d', sameAs: 'C:\\a\\e' },
  folderProtected: { kind: 'folderProtected', ...label('folder'), path: 'C:\\a\\f' },
  folderClosed: { kind: 'folderClosed', ...label('closed folder'), path: 'C:\\a\\g' },
  verifiedCopy: {
    kind: 'verifiedCopy',
    ...label('copy'),
    path: 'C:\\a\\h.exe',
    recordPath: 'C:\\a\\h.json',
  },
  folderAsRecorded: {
    kind: 'folderAsRecorded',
    ...label('record'),
    path: 'C:\\a\\i',
    recordPath: 'C:\\a\\i.json',
  },
  settingIs: {
    kind: 'settingIs',
    ...label('setting'),
    path: 'D:\\ASR\\etc\\amethyst.conf',
    reader: 'quoted',
    setting: 'PS_CS_IP',
    expected: '10.20.30.40',
  },
  logSays: {
    kind: 'logSays',
    ...label('log'),
    path: 'C:\\a\\j.log',
    text: 'it is "done"',
    expected: true,
  },
  certificateValid: {
    kind: 'certificateValid',
    ...label('certificate'),
    thumbprintFrom: { view: '64', key: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\X', name: 'Print' },
  },
  scriptSays: {
    kind: 'scriptSays',
    ...label('script'),
    script: 'get-agent-proxy',
    input: {},
    expected: { server: 'http://proxy', port: '8080' },
  },
  portCertificate: {
    kind: 'portCertificate',
    ...label('new certificate'),
    host: '10.20.30.41',
    port: 9443,
    otherThan: 'ab'.repeat(20),
    validAfter: '2026-12-01T00:00:00.000Z',
    fingerprintFile: "C:\\It's\\ps.fingerprint",
  },
  scriptLists: {
    kind: 'scriptLists',
    ...label('list'),
    script: 'read-defender',
    input: {},
    list: 'paths',
    entries: ['D:\\ASR', "C:\\It's $env:TEMP"],
    present: true,
    hiddenBy: 'hidden',
  },
  rowAbsent: { kind: 'rowAbsent', ...label('row'), program: listProgram, row: { server: "It's" } },
  registryAsKept: {
    kind: 'registryAsKept',
    ...label('key'),
    view: '32',
    key: "HKEY_LOCAL_MACHINE\\SOFTWARE\\It's",
    keptAs: 'C:\\a\\k.reg',
    exact: true,
  },
  processAbsent: { kind: 'processAbsent', ...label('process'), names: ['UnifiedSetup', 'x.tmp'] },
};

type Actions = { [K in PlanStep['action']['kind']]: Extract<PlanStep['action'], { kind: K }> };

/** One action of every kind, with values that a careless script would act on. */
export const everyAction: Actions = {
  run: {
    kind: 'run',
    file: "C:\\It's $env:TEMP\\UNIFIEDSETUP.EXE",
    args: [
      '/InstallLocation',
      'D:\\a b\\',
      '"; exit 0 #',
      '$(whoami)',
      '`n',
      'caf\u00e9 \u2019',
      '',
    ],
    cwd: 'C:\\work',
    timeoutSeconds: 7200,
    survives: true,
    reader: 'unifiedSetup',
    log: 'C:\\ProgramData\\ASRSetupLogs\\ASRUnifiedSetup.log',
    keepOutputAs: 'C:\\work\\output.txt',
    window: {
      values: [
        { label: "It's $env:TEMP", value: '$(whoami)', hint: '' },
        { label: 'Passphrase', value: null, hint: '' },
      ],
      writes: ["C:\\It's $env:TEMP"],
    },
  },
  script: {
    kind: 'script',
    script: 'set-agent-proxy',
    input: { server: "http://o'proxy", port: '8080', user: 'a\nb' },
    secretInput: { password: 'proxyPassword' },
    reader: 'plain',
    timeoutSeconds: 300,
  },
  protectedFolder: { kind: 'protectedFolder', path: 'C:\\work', temporary: true },
  copyFile: { kind: 'copyFile', from: 'C:\\a\\x.exe', to: 'C:\\work\\x.exe' },
  writeFile: {
    kind: 'writeFile',
    path: 'C:\\work\\in.txt',
    content: [{ text: 'Key = "' }, { secret: 'passphrase' }, { text: '"\r\n' }],
    temporary: true,
    keepOriginalAs: 'C:\\work\\in.before',
  },
  recordVerified: {
    kind: 'recordVerified',
    path: 'C:\\work\\x.exe',
    recordPath: 'C:\\work\\x.json',
    script: 'verify-signature',
    reader: 'signature',
  },
  recordFolder: { kind: 'recordFolder', path: 'C:\\work\\Files', recordPath: 'C:\\work\\f.json' },
  download: {
    kind: 'download',
    address: 'https://aka.ms/unifiedinstaller',
    allowedHosts: ['aka.ms', '*.download.microsoft.com'],
    path: 'C:\\work\\setup.exe',
    recordPath: 'C:\\work\\origin.json',
    expectedSha256: 'b'.repeat(64),
    script: 'download-file',
    input: { proxyMode: 'custom', timeoutSeconds: '60' },
    secretInput: { password: 'proxyPassword' },
    timeoutSeconds: 3600,
  },
  remove: { kind: 'remove', path: 'C:\\work\\old', within: 'C:\\work' },
  service: { kind: 'service', service: "It's $env:TEMP", order: 'stop', seconds: 600 },
  startType: { kind: 'startType', service: 'a b', startType: 'delayed' },
  backUp: {
    kind: 'backUp',
    folder: "C:\\ProgramData\\It's ours\\backups",
    files: ['D:\\ASR\\etc\\amethyst.conf', 'C:\\a b\\certs'],
    registry: [{ view: '32', key: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\InMage Systems' }],
  },
  putBack: { kind: 'putBack', paths: ['C:\\work\\in.txt', "C:\\It's $env:TEMP"] },
  changeSetting: {
    kind: 'changeSetting',
    path: "D:\\It's ASR\\etc\\amethyst.conf",
    reader: 'whole',
    setting: 'BPM_NTW_DEVICE',
    from: 'vmxnet3 Ethernet Adapter #2',
    to: "$(whoami) '$1'",
  },
  uninstall: {
    kind: 'uninstall',
    displayName: "It's a $program",
    alsoGoes: ['`n other'],
    file: "C:\\It's $env:TEMP\\unins000.exe",
    args: ['/VERYSILENT', '$(whoami)'],
    cwd: 'C:\\work',
    timeoutSeconds: 3600,
    waitSeconds: 900,
    reader: 'innoRemoval',
    log: null,
  },
  chooseRow: { kind: 'chooseRow', program: listProgram, choose: { server: "a'b $x" } },
  restoreFile: { kind: 'restoreFile', from: 'C:\\a\\file-1', to: "D:\\It's\\etc\\x.conf" },
  importKey: { kind: 'importKey', view: '32', key: 'HKLM\\SOFTWARE\\X', file: 'C:\\a\\k.reg' },
  removeRegistry: {
    kind: 'removeRegistry',
    view: '64',
    within: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\X',
    entries: [
      { key: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\X', name: "o'name; exit" },
      { key: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\X', name: '' },
      { key: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\X\\Below', name: null },
    ],
  },
  prove: { kind: 'prove' },
};

function syntheticBody(): PlanBody {
  const checks = Object.values(everyCheck);
  const plain = { ...everyCheck.settingIs, reader: 'plain', label: 'The plain setting holds' };
  const steps = Object.values(everyAction).map(
    (action, index): PlanStep => ({
      id: `step-${action.kind}`,
      title: `Do '${action.kind}' \u2013 100 % {0}`,
      reason: `Because of "${action.kind}" and $null.`,
      action,
      touches: { files: [], registry: [], services: [] },
      usualSeconds: 30,
      cancel: action.kind === 'run' ? 'never' : 'boundary',
      undo: { kind: 'none', because: '' },
      restart: action.kind === 'run' ? 'maybe' : 'no',
      checks: action.kind === 'prove' ? [...checks, plain] : [],
      skipWhen: index % 2 === 0 ? [everyCheck.fileAbsent, everyCheck.productAbsent] : [],
      supports: action.kind === 'writeFile' ? ['step-prove'] : [],
      follows: action.kind === 'prove' ? ['step-run'] : [],
      rerunChecks: action.kind === 'run' ? [everyCheck.processAbsent] : [],
    }),
  );
  return {
    runbook: 'synthetic',
    title: 'Everything\n#Requires -Version 7 there is',
    verb: 'Do',
    serverName: "PS'01",
    destructive: true,
    steps,
    notes: ['Read this \u2026\nWrite-Host injected'],
  };
}

/** Plans as the real procedures make them, and one that holds everything a plan can hold. */
export const plans: Readonly<Record<string, Plan>> = {
  prepare: planOf(prepareRunbook, direct),
  'set-up': planOf(installRunbook, direct),
  'set-up behind a proxy': planOf(installRunbook, withProxy),
  download: planOf(downloadRunbook, link),
  'set a proxy': planOf(proxyRunbook, withProxy, installed),
  'remove a proxy': planOf(proxyRunbook, { proxyMode: 'direct' }, installed),
  register: planOf(registerRunbook, connection, registered),
  upgrade: planOf(upgradeRunbook, {
    setupFile: SETUP_FILE,
    csVersion: '9.63',
    endpoints: 'proxy',
  }),
  antivirus: planOf(
    antivirusRunbook,
    { machine: 'processServer', action: 'match' },
    protectedFacts,
  ),
  certificates: planOf(certificatesRunbook, { what: 'both' }, protectedFacts),
  decommission: planOf(
    decommissionRunbook,
    { csState: 'connected', agent: 'only', unassigned: 'WIN-PS01', failback: 'no' },
    changingFacts,
  ),
  restore: planOf(
    restoreRunbook,
    { action: 'restore', backup: 'op-1', extras: 'remove', services: 'yes' },
    changingFacts,
  ),
  synthetic: planSchema.parse(makePlan(syntheticBody())),
};

/** Plans of the other procedures, which hold nothing more that an export could do wrong. */
export const otherPlans: Readonly<Record<string, Plan>> = {
  services: planOf(
    servicesRunbook,
    { action: 'restart', deployment: 'standAlone', which: 'all' },
    changingFacts,
  ),
  address: planOf(addressRunbook, { address: '10.20.30.41' }, changingFacts),
  repair: planOf(
    repairRunbook,
    { services: 'yes', link: 'yes', registration: 'yes' },
    changingFacts,
  ),
  leftovers: planOf(leftoversRunbook, { folderData: 'yes' }, changingFacts),
  purge: planOf(
    purgeRunbook,
    { address: '10.20.30.43', list: 'yes', row: "It's gone (10.20.30.43) @ old", gone: 'yes' },
    changingFacts,
  ),
};
