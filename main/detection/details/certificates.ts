import type { CertificatesDetail } from '../../../contract/details';
import type { ServerFacts } from '../../../contract/facts';
import { type Result, success } from '../../../contract/problem';
import type { ServerPath } from '../../../contract/server-path';
import { certificatesText } from '../../../contract/text/certificates-procedure';
import type { Server } from '../../host/server';
import { DATA_PORT_FINGERPRINT, renewCommand, serverFingerprint } from '../../vendor/certificates';
import { portOf } from '../../vendor/port';

type Shown = CertificatesDetail['dataPort'];
type Place = { host: string; port: number } | null;

async function shown(server: Server, place: Place, fingerprintFile: ServerPath): Promise<Shown> {
  const fingerprint = (await server.readText(fingerprintFile))?.trim().toLowerCase() ?? null;
  if (place === null) return { seen: null, why: certificatesText.noAddress, fingerprint };
  const probe = await server.network.probeHttps(place.host, place.port, 10);
  if (probe.kind !== 'answered') return { seen: null, why: probe.message, fingerprint };
  const [first] = probe.certificates;
  if (!first) return { seen: null, why: certificatesText.noCertificate, fingerprint };
  const { subject, thumbprint, validUntil } = first;
  return { seen: { subject, thumbprint, validUntil }, why: '', fingerprint };
}

/** The certificates that the ports really send, beside the vendor's fingerprint files. */
export async function readCertificates(
  server: Server,
  { addresses, configuration }: ServerFacts,
): Promise<Result<CertificatesDetail>> {
  const { csAddress, csPort, dataPort, installFolder } = configuration;
  const [own] = addresses;
  const port = portOf(dataPort);
  const remotePort = portOf(csPort ?? '443') ?? 443;
  const [data, remote] = await Promise.all([
    shown(server, own && port !== null ? { host: own.address, port } : null, DATA_PORT_FINGERPRINT),
    shown(
      server,
      csAddress === null || csAddress === '' ? null : { host: csAddress, port: remotePort },
      serverFingerprint(csAddress ?? '', remotePort),
    ),
  ]);
  const tool = installFolder === null ? null : renewCommand(installFolder).file;
  return success({
    lookedAt: server.clock.now().toISOString(),
    dataPort: data,
    configurationServer: remote,
    hasRenewTool: tool !== null && (await server.files.stat(tool)) !== null,
  });
}
