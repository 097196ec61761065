import type { ServerFacts } from '../../contract/facts';

/** A server with nothing of the product on it, with what a test wants to differ. */
export function factsWith(changes: Partial<ServerFacts> = {}): ServerFacts {
  return {
    serverName: 'WIN-PS01',
    windows: { caption: 'Windows Server 2016', version: '10.0.14393', language: 'en-US' },
    isAdministrator: true,
    bootId: '2026-01-01T00:00:00Z',
    memoryBytes: 17_179_869_184,
    processors: 8,
    drives: [],
    addresses: [],
    runningSetups: [],
    installerBusy: false,
    pendingRestart: false,
    products: {
      dependencies: null,
      processServer: null,
      masterTarget: null,
      agent: null,
      vmwareTools: null,
    },
    services: [],
    configuration: {
      csAddress: null,
      csPort: null,
      dataPort: null,
      installFolder: null,
      proxyType: null,
      serverType: null,
    },
    registration: { registered: false, thumbprint: null, validUntil: null },
    setupFiles: [],
    prepared: null,
    packages: [],
    prerequisites: {
      dotNetRelease: 528_040,
      tls10Off: false,
      fips: false,
      policies: { commandPrompt: false, registryTools: false, attachments: false, scripts: false },
      culture: 'en-US',
      roles: [],
      clockOffsetSeconds: 0,
      timeSource: 'time.windows.com',
      asrFolder: 'absent',
      mySql55: null,
      perl: null,
      systemProxy: null,
    },
    portsInUse: [],
    ...changes,
  };
}
