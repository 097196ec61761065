import {
  blocked,
  certificatesStop,
  decommissionStop,
  notShown,
  type Outcome,
  proxyStop,
  registerStop,
  servicesStop,
  upgradeStop,
} from './kinds';

/** What this program does with the scenarios of changes to an installed server. */
export const changeOutcomes: Readonly<Record<string, Outcome>> = {
  'services-slow': { kind: 'done', procedure: 'services' },
  'services-start-types': { kind: 'done', procedure: 'services' },
  'services-stuck': servicesStop(
    'stop-tmansvc',
    "Couldn't see the service tmansvc stopped within 600 seconds.",
    { says: /process \d+ still runs/ },
  ),
  'services-refuse-stop': servicesStop(
    'stop-pushInstall',
    "Couldn't stop the service InMage PushInstall.",
    { code: '1052', says: /Restart Windows/ },
  ),
  'services-end-again': servicesStop(
    'start-processServer',
    'The service ProcessServer started and ended again.',
    { code: '1067', says: /crashed/ },
  ),

  'proxy-moved': { kind: 'done', procedure: 'proxy' },
  'proxy-refuses-sign-in': proxyStop('try-proxy', 'The proxy refuses the sign-in.', {
    code: '407',
    says: /Nothing was changed.*check user and password/s,
    mend: (world) => {
      if (world.requiredProxy) world.requiredProxy.password = 'Practice-Proxy-01';
    },
  }),
  'proxy-not-taken': proxyStop('agent-proxy', "Couldn't prove that the step worked.", {
    undo: true,
    mend: (world) => {
      world.agentTakesProxy = 'yes';
    },
  }),
  'proxy-registration-fails': proxyStop(
    'register',
    "Couldn't import the certificate of the configuration server.",
    { code: '1', undo: true },
  ),
  'registration-other-server': { kind: 'done', procedure: 'register' },
  'registration-window-closed': registerStop(
    'configure',
    'The window of the vendor was closed, but nothing was saved with success.',
    { says: /the window opens again/ },
  ),
  'registration-wrong-data-port': registerStop(
    'configure',
    "Couldn't prove that what was entered in the window of the vendor works.",
    { says: /the window opens again/ },
  ),
  'registration-says-succeeded': registerStop(
    'register',
    "Couldn't import the certificate of the configuration server.",
    { code: '1' },
  ),
  'older-behind-proxy': { kind: 'done', procedure: 'upgrade' },
  'older-gallery-image': { kind: 'done', procedure: 'upgrade' },
  'upgrade-part-stays': upgradeStop('install', "Couldn't prove that the step worked.", {
    facts: { exitCode: '0' },
    mend: (world) => {
      world.staysOld = [];
    },
  }),
  'upgrade-service-hangs': upgradeStop(
    'stop-cxprocessserver',
    "Couldn't see the service cxprocessserver stopped within 600 seconds.",
    { says: /process \d+ still runs/ },
  ),
  'antivirus-partly': { kind: 'done', procedure: 'antivirus', findings: { drift: 'warns' } },
  'antivirus-managed': blocked({ changeable: 'blocks', drift: 'warns' }, 'antivirus'),
  'antivirus-other': {
    kind: 'done',
    procedure: 'antivirus',
    findings: { watching: 'warns', otherProducts: 'warns', drift: 'warns' },
  },
  'certificates-expiring': { kind: 'done', procedure: 'certificates', findings: {} },
  'certificate-not-renewed': certificatesStop("Couldn't renew the certificate of the data port.", {
    code: 'ECA0169',
  }),
  'certificate-silent': certificatesStop("Couldn't prove that the step worked."),
  'address-changed': { kind: 'done', procedure: 'address' },
  'card-changed': { kind: 'done', procedure: 'address' },
  'address-refuses-stop': servicesStop(
    'stop-pushInstall',
    "Couldn't stop the service InMage PushInstall.",
    { procedure: 'address', code: '1052', says: /Restart Windows/ },
  ),

  'backup-kept': { kind: 'done', procedure: 'restore' },

  'repair-services': { kind: 'done', procedure: 'repair' },
  'repair-mixed': { kind: 'done', procedure: 'repair' },
  'decommission-azure-backup': blocked({ agent: 'blocks', temporary: 'warns' }, 'decommission'),
  'decommission-busy': decommissionStop(
    'remove-master-target',
    "Couldn't remove the product: Windows Installer is busy with another installation.",
    'done',
    { code: '1618' },
  ),
  'decommission-file-in-use': decommissionStop('gone', notShown, 'failed', {
    there: ['registration'],
  }),
  'decommission-not-unregistered': decommissionStop('unregistered', notShown, 'failed', {
    there: ['registration'],
  }),
};
