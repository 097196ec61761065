export const overviewText = {
  none: 'No process server is installed here.',
  noneNext: 'Set up a process server',
  partial: 'A process server is only partly installed here.',
  partialNext: 'Finish set-up',
  partialRepair: 'See what is missing…',
  working: (csAddress: string) =>
    `This process server is registered with ${csAddress} and its services run.`,
  servicesDown: (count: number) =>
    count === 1
      ? 'This process server is registered, but a service does not run.'
      : `This process server is registered, but ${count} services do not run.`,
  servicesUnknown: (count: number) =>
    count === 1
      ? 'This process server is registered; whether one of its services runs could not be told.'
      : `This process server is registered; whether ${count} of its services run could not be told.`,
  unregistered: 'A process server is installed here, but it is not registered.',
  unregisteredNext: 'Register again…',
  servicesNext: 'Start services…',
  startTypesNext: 'Set start types right…',
  imageNew: 'This process server from the Azure gallery is not registered yet.',
  imageConnected: (csAddress: string) =>
    `This process server from the Azure gallery is set to ${csAddress} and its services run.`,
  imageDown: (count: number) =>
    count === 1
      ? 'On this process server from the Azure gallery a service does not run.'
      : `On this process server from the Azure gallery ${count} services do not run.`,
  imageNext: 'Registration',
  running: (title: string) => `"${title}" is running.`,
  runningNext: 'Show progress',
  interrupted: (title: string, step: number, total: number) =>
    `"${title}" was interrupted at step ${step} of ${total}.`,
  failed: (title: string, step: number, total: number) =>
    `"${title}" stopped at step ${step} of ${total}.`,
  restartNeeded: (title: string) => `"${title}" waits for a restart of Windows.`,
  goOnWith: (title: string) => `Go on with "${title}"`,
  lookAgain: 'Look again',
  cards: {
    product: 'Product',
    registration: 'Registration',
    services: 'Services',
    health: 'Health',
    disk: 'Disk',
    proxy: 'Proxy',
    lastOperation: 'Last operation',
  },
  product: {
    dependencies: 'Third-party dependencies',
    processServer: 'Process server',
    masterTarget: 'Master target',
    agent: 'Recovery Services agent',
    absent: 'Not installed',
    notOnImage: 'Not part of the Azure image',
    prepared: (version: string) => `Set-up file ${version} is verified and ready.`,
    kept: 'Set-up files kept',
    keptNone: 'None',
    keptCount: (kept: number, verified: number) => `${kept}, of them ${verified} verified`,
  },
  registration: {
    configurationServer: 'Configuration server',
    certificate: 'Certificate valid until',
    dataPort: 'Data port',
    unknown: 'Unknown',
    none: 'Not registered',
    yes: 'Registered',
    leftOver: 'Not registered; a certificate was left behind',
    onImage: 'Kept by the configuration server only',
  },
  services: {
    none: 'No services of a process server',
    running: (running: number, total: number) => `${running} of ${total} running`,
    state: {
      running: 'running',
      stopped: 'stopped',
      starting: 'starting',
      stopping: 'stopping',
      paused: 'paused',
      unknown: 'not there, or its state is unknown',
    },
    atRest: (state: string) => `${state}; it need not run`,
  },
  disk: {
    freeOf: (free: string, total: string) => `${free} free of ${total}`,
    unknown: 'Size unknown',
    none: 'No fixed drive found',
    used: (letter: string) => `Used space of drive ${letter}`,
  },
  health: {
    processor: 'CPU',
    memory: 'Memory',
    cacheFree: 'Cache disk free',
    sent: 'Sent per second',
    noCache: 'There is no cache: no process server is installed.',
    nothing: '—',
    noSamples: 'No samples yet',
    now: (name: string, value: string) => `${name}: ${value} now`,
    nowAndBefore: (name: string, value: string, lowest: string, highest: string) =>
      `${name}: ${value} now, between ${lowest} and ${highest} in the last 15 minutes`,
    lookedAt: (time: string) => `Last 15 minutes, newest value from ${time}`,
  },
  proxy: {
    processServer: 'Process server (registry)',
    windows: 'Windows',
    none: 'No process server, no proxy setting',
    direct: 'Direct connection',
    custom: 'Custom proxy',
    unknown: 'Unknown',
    allDirect: 'Direct connection in both places',
    differ:
      'Not the same in both places, which is no fault: Maintain, Proxy shows the one of the agent',
    bothProxies: 'A proxy in both places; the registry does not tell which one it is',
  },
  lastOperation: { none: 'Nothing was done here yet.' },
  support: {
    title: 'Support of the classic process server ended on 30 March 2026.',
    text: 'Replication that is set up goes on to work, but Microsoft no longer mends or supports it. Plan the move to the modernized appliance.',
    more: 'Read the notice',
  },
};
