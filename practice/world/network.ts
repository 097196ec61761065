import type { HttpsProbe, SentCertificate, ServerNetwork, Unreached } from '../../main/host/ports';
import { installedFolder } from '../products/installed';
import type { PracticeClock } from './clock';
import type { WorldFiles } from './files';
import type { World } from './schema';
import { findService, stateOf } from './services';
import type { WorldStore } from './store';

const windowsPorts = [135, 445, 3389];
const CERTIFICATE_DAYS = 1095;

/** The data port of the process server while it listens; null when nothing does. */
export async function openDataPort(
  world: World,
  files: WorldFiles,
  now: Date,
): Promise<number | null> {
  const service = findService(world, 'cxprocessserver');
  const folder = installedFolder(world);
  if (!service || !folder || stateOf(service, now) !== 'running') return null;
  const path = `${folder}\\home\\svsystems\\transport\\cxps.conf`;
  const text = await files.readText(path).catch(() => '');
  // A value that is no plain number makes the service listen to nothing, without an error.
  const port = Number(/^ssl_port\s*=\s*(\d+)\s*$/m.exec(text)?.[1] ?? Number.NaN);
  const taken = world.listeners.some((listener) => listener.port === port);
  return Number.isInteger(port) && port > 0 && port < 65536 && !taken ? port : null;
}

/** Every port somebody listens on, in order. */
export async function portsInUse(world: World, files: WorldFiles, now: Date): Promise<number[]> {
  const data = await openDataPort(world, files, now);
  const ports = [...windowsPorts, ...world.listeners.map(({ port }) => port)];
  if (data !== null) ports.push(data);
  return [...new Set(ports)].sort((a, b) => a - b);
}

type Answer =
  | { kind: 'dataPort' }
  | { kind: 'configurationServer' }
  | { kind: 'foreign'; program: string }
  | { kind: 'refused' }
  | { kind: 'silent' };

/** As gencert.exe makes it for both servers: signed by itself, with no name but this. */
function ownCertificate(thumbprint: string, validUntil: string): SentCertificate {
  const name = 'CN=Scout, OU=InMage, O=Microsoft, L=Redmond, S=Washington, C=US';
  const validFrom = new Date(Date.parse(validUntil) - CERTIFICATE_DAYS * 86_400_000).toISOString();
  return { subject: name, issuer: name, thumbprint, validFrom, validUntil, names: [] };
}

/** What Node says of such a certificate: only the last of its reasons, then the name. */
const doubtsAbout = ({ validUntil }: SentCertificate, now: Date) => [
  Date.parse(validUntil) > now.getTime() ? 'DEPTH_ZERO_SELF_SIGNED_CERT' : 'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
];

/** The network as the simulated server meets it: itself, its configuration server, nothing else. */
export function openNetwork(
  store: WorldStore,
  files: WorldFiles,
  clock: PracticeClock,
): ServerNetwork {
  const reach = async (host: string, port: number): Promise<Answer> => {
    const world = await store.read();
    const own = ['localhost', '127.0.0.1', world.computerName.toLowerCase()];
    const isOwn =
      own.includes(host.toLowerCase()) || world.addresses.some(({ address }) => address === host);
    if (isOwn) {
      const listener = world.listeners.find((candidate) => candidate.port === port);
      if (listener) return { kind: 'foreign', program: listener.program };
      if ((await openDataPort(world, files, clock.now())) === port) return { kind: 'dataPort' };
      return windowsPorts.includes(port)
        ? { kind: 'foreign', program: 'System' }
        : { kind: 'refused' };
    }
    if (world.networkLost) return { kind: 'silent' };
    const { configurationServer: cs, requiredProxy } = world;
    if (host === cs.address && cs.answers === 'yes') {
      return port === cs.port ? { kind: 'configurationServer' } : { kind: 'refused' };
    }
    if (host === cs.address && cs.answers === 'refuses') return { kind: 'refused' };
    const proxyHost = requiredProxy?.server.replace(/^https?:\/\//, '');
    if (host === proxyHost && port === requiredProxy?.port) {
      return { kind: 'foreign', program: 'proxy' };
    }
    return { kind: 'silent' };
  };

  const unreached = async (
    answer: Extract<Answer, { kind: 'refused' | 'silent' }>,
    place: string,
    timeoutSeconds: number,
  ): Promise<Unreached> => {
    if (answer.kind === 'refused') {
      return { kind: 'refused', message: `connect ECONNREFUSED ${place}` };
    }
    await clock.sleep(timeoutSeconds);
    return { kind: 'timedOut', message: `no answer within ${timeoutSeconds} s` };
  };

  const show = (status: number, certificate: SentCertificate | null): HttpsProbe => ({
    kind: 'answered',
    status,
    certificates: certificate === null ? [] : [certificate],
    doubts: certificate === null ? [] : doubtsAbout(certificate, clock.now()),
  });

  return {
    probeHttps: async (host, port, timeoutSeconds) => {
      const answer = await reach(host, port);
      const { configurationServer: cs, certificates } = await store.read();
      switch (answer.kind) {
        case 'refused':
        case 'silent':
          return unreached(answer, `${host}:${port}`, timeoutSeconds);
        case 'foreign':
          return { kind: 'failed', message: 'no TLS 1.2 came about: read ECONNRESET' };
        case 'configurationServer':
          return show(404, ownCertificate(cs.thumbprint, cs.certificateValidUntil));
        case 'dataPort': {
          const own = certificates.find(({ store: place }) => place === 'ps.crt');
          return show(400, own ? ownCertificate(own.thumbprint, own.validUntil) : null);
        }
      }
    },
    probeTcp: async (host, port, timeoutSeconds) => {
      const answer = await reach(host, port);
      return answer.kind === 'refused' || answer.kind === 'silent'
        ? unreached(answer, `${host}:${port}`, timeoutSeconds)
        : { kind: 'open' };
    },
  };
}
