import type { HttpsProbe, ServerNetwork } from '../../main/host/ports';
import { installedFolder } from '../products/installed';
import type { PracticeClock } from './clock';
import type { WorldFiles } from './files';
import type { World } from './schema';
import { findService, stateOf } from './services';
import type { WorldStore } from './store';

const windowsPorts = [135, 445, 3389];

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

  return {
    probeHttps: async (host, port, timeoutSeconds): Promise<HttpsProbe> => {
      const answer = await reach(host, port);
      const { configurationServer: cs, certificates } = await store.read();
      switch (answer.kind) {
        case 'refused':
          return { kind: 'refused', message: `connect ECONNREFUSED ${host}:${port}` };
        case 'silent':
          await clock.sleep(timeoutSeconds);
          return { kind: 'timedOut', message: `No answer within ${timeoutSeconds} seconds` };
        case 'foreign':
          return { kind: 'failed', message: 'The connection was closed before TLS was agreed' };
        case 'configurationServer': {
          const { thumbprint, certificateValidUntil: validUntil } = cs;
          return { kind: 'answered', status: 404, certificate: { thumbprint, validUntil } };
        }
        case 'dataPort': {
          const own = certificates.find(({ store: place }) => place === 'ps.crt');
          const certificate = own
            ? { thumbprint: own.thumbprint, validUntil: own.validUntil }
            : null;
          return { kind: 'answered', status: 400, certificate };
        }
      }
    },
  };
}
