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
import { changingFacts } from '../../support/change-facts';
import { endingCertificates, installedFacts, leftDefender } from '../../support/protection-facts';
import { factsWith } from '../../support/sample-facts';
import { everyAction, everyCheck } from './every-kind';

const SETUP_FILE = 'C:\\Users\\Administrator\\Downloads\\UnifiedSetup.exe';

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
