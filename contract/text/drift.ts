const states: Readonly<Record<string, string>> = {
  unknown: 'could not be told',
};
const startTypes: Readonly<Record<string, string>> = {
  automatic: 'Automatic',
  delayed: 'Automatic (Delayed Start)',
  manual: 'Manual',
  disabled: 'Disabled',
  unknown: 'could not be told',
};
const names: Readonly<Record<string, string>> = {
  serverName: 'Name of the server',
  windows: 'Windows',
  pendingRestart: 'A restart of Windows is pending',
  'product.dependencies': 'Third-party dependencies',
  'product.processServer': 'Process server',
  'product.masterTarget': 'Master target',
  'product.agent': 'Microsoft Azure Recovery Services Agent',
  'product.vmwareTools': 'VMware Tools',
  'configuration.csAddress': 'Address of the configuration server',
  'configuration.csPort': 'Port of the configuration server',
  'configuration.dataPort': 'Data port',
  'configuration.installFolder': 'Installation folder',
  'configuration.proxyType': 'Proxy mode of the process server',
  'configuration.serverType': 'Kind of server in the configuration file',
  'registration.registered': 'Registered',
  'registration.thumbprint': 'Certificate of the registration',
  'registration.validUntil': 'Certificate valid until',
  systemProxy: 'Proxy of Windows',
  addresses: 'IP addresses',
};

/** Words for what changed on a server since an operation. */
export const driftText = {
  nothing: 'not there',
  yes: 'yes',
  no: 'no',
  state: (state: string) => states[state] ?? state,
  startType: (type: string) => startTypes[type] ?? type,
  /** What a name of a snapshot stands for; the name itself where a newer version kept it. */
  label: (name: string): string => {
    const [, kind, service] = /^(state|startType)\.(.+)$/.exec(name) ?? [];
    if (kind === 'state') return `Service ${service}`;
    if (kind === 'startType') return `Start type of ${service}`;
    return names[name] ?? name;
  },
};
