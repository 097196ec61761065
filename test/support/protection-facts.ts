import type { CertificatesDetail, DefenderFacts } from '../../contract/details';
import type { ServerFacts } from '../../contract/facts';
import { factsWith } from './sample-facts';

const version = '9.55.6765.1';
const plain = factsWith();

/** Microsoft Defender that leaves out the junction, a leftover and a folder of somebody else. */
export const leftDefender: DefenderFacts = {
  available: true,
  active: true,
  mode: 'Normal',
  realTime: true,
  paths: ['C:\\ProgramData\\ASR\\', 'E:\\Old\\home\\svsystems', 'C:\\Other'],
  hidden: false,
  tamperProtected: false,
  lockedBy: 'nobody',
};

/** Looked at on 21 November 2026; the data port ends in 20 days. */
export const endingCertificates: CertificatesDetail = {
  lookedAt: '2026-11-21T12:00:00.000Z',
  dataPort: {
    seen: { subject: 'CN=Scout', thumbprint: 'ab'.repeat(20), validUntil: '2026-12-11T12:00:00Z' },
    why: '',
    fingerprint: 'ab'.repeat(20),
  },
  configurationServer: {
    seen: { subject: 'CN=Scout', thumbprint: 'cd'.repeat(20), validUntil: '2029-01-01T12:00:00Z' },
    why: '',
    fingerprint: 'cd'.repeat(20),
  },
  hasRenewTool: true,
};

/** A process server in D:\ASR with all its parts. */
export const installedFacts: Pick<
  ServerFacts,
  'products' | 'configuration' | 'addresses' | 'registration'
> = {
  products: {
    ...plain.products,
    dependencies: version,
    processServer: version,
    masterTarget: version,
    agent: '2.0.9269.0',
  },
  configuration: {
    ...plain.configuration,
    csAddress: '10.20.30.40',
    csPort: '443',
    dataPort: '9443',
    installFolder: 'D:\\ASR',
    serverType: '2',
  },
  addresses: [{ address: '10.20.30.41', adapter: 'Ethernet', dhcp: false }],
  registration: {
    registered: true,
    thumbprint: 'EF'.repeat(20),
    validUntil: '2026-12-01T12:00:00Z',
  },
};
