import { z } from 'zod';
import type { HttpsProbe } from '../../../main/host/ports';
import type { Bench } from '../bench';
import type { Comparison } from '../comparison';
import { notTold, told } from '../fact';
import { judge, judgeText } from '../judge';
import { freePort, startProxy, startTlsServer } from '../own-servers';

const HOST = '127.0.0.1';
const PROBE_SECONDS = 15;

const routeSchema = z.object({
  reached: z.boolean(),
  status: z.number(),
  proxyStatus: z.number(),
  schemes: z.string(),
  message: z.string(),
});

const showProbe = (probe: HttpsProbe) =>
  probe.kind === 'answered'
    ? `${probe.status}, ${probe.certificates[0]?.thumbprint} until ${probe.certificates[0]?.validUntil}`
    : `${probe.kind}: ${probe.message}`;

const route = (bench: Bench, input: Readonly<Record<string, string>>) =>
  bench.script(
    'test-proxy',
    {
      ...{ proxyMode: 'none', proxyServer: '', proxyPort: '', signIn: 'none' },
      ...{ user: '', password: '', timeoutSeconds: '10' },
      ...input,
    },
    routeSchema,
  );

const lines = (seen: readonly string[]) => seen.join('; ') || 'nobody came';

export const networkComparisons: Comparison[] = [
  {
    group: 'Network',
    name: 'Probe of a TLS server on this computer',
    by: 'that server itself',
    async compare(bench) {
      const server = await startTlsServer();
      const { thumbprint, validUntil } = server.sent;
      try {
        const probe = await bench.server.network.probeHttps(HOST, server.port, PROBE_SECONDS);
        const sent = `400, ${thumbprint} until ${validUntil}`;
        return judge({
          ours: told(probe),
          second: told(server.seen),
          show: showProbe,
          showSecond: (seen) => `sent ${sent}; came: ${lines(seen)}`,
          compare: (ours, seen) =>
            showProbe(ours) === sent && seen.join() === 'TLSv1.2 GET /asrps-probe HTTP/1.1'
              ? null
              : { difference: 'what was sent is not what came' },
        });
      } finally {
        await server.stop();
      }
    },
  },
  {
    group: 'Network',
    name: 'Probe of a port that nobody listens on',
    by: 'the port itself, free a moment ago',
    async compare(bench) {
      const port = await freePort();
      return judge({
        ours: told(await bench.server.network.probeHttps(HOST, port, PROBE_SECONDS)),
        second: told('refused'),
        show: showProbe,
        showSecond: String,
        compare: ({ kind }, second) => (kind === second ? null : { difference: `${kind}` }),
      });
    },
  },
  {
    group: 'Network',
    name: 'Probe of a port for a connection, taken and refused',
    by: 'a server of our own, and a port that was free a moment ago',
    async compare(bench) {
      const { network } = bench.server;
      const server = await startProxy();
      const free = await freePort();
      try {
        const ours = [
          await network.probeTcp(HOST, server.port, PROBE_SECONDS),
          await network.probeTcp(HOST, free, PROBE_SECONDS),
        ];
        return judgeText(told(ours.map(({ kind }) => kind).join(', ')), told('open, refused'));
      } finally {
        await server.stop();
      }
    },
  },
  {
    group: 'Network',
    name: 'An https address with a certificate that nobody trusts',
    by: 'that server itself',
    async compare(bench) {
      const server = await startTlsServer();
      try {
        const ours = await route(bench, { address: `https://${HOST}:${server.port}/` });
        return judge({
          ours,
          second: server.came() > 0 ? told(server.seen) : notTold('nobody came'),
          show: ({ reached, message }) => `${reached ? 'reached' : 'not reached'}: ${message}`,
          showSecond: lines,
          compare: ({ reached }, seen) =>
            reached || seen.some((line) => line.includes('HTTP/'))
              ? { difference: 'a request went to a server that nobody trusts' }
              : null,
        });
      } finally {
        await server.stop();
      }
    },
  },
  {
    group: 'Network',
    name: 'A proxy that wants a sign-in',
    by: 'that proxy itself',
    async compare(bench) {
      const proxy = await startProxy();
      try {
        const ours = await route(bench, {
          // .NET goes to this computer without a proxy; this name is nobody's.
          address: 'https://psm-acceptance.invalid/',
          ...{ proxyMode: 'custom', proxyServer: HOST, proxyPort: String(proxy.port) },
        });
        return judge({
          ours,
          second: told(proxy.seen),
          show: ({ proxyStatus, schemes }) => `${proxyStatus} ${schemes}`,
          showSecond: (seen) => `came: ${lines(seen)}; sent: 407 Basic`,
          compare: ({ proxyStatus, schemes }, seen) =>
            proxyStatus === 407 &&
            schemes === 'Basic' &&
            seen.some((line) => line.startsWith('CONNECT psm-acceptance.invalid:443'))
              ? null
              : { difference: 'what was sent is not what came' },
        });
      } finally {
        await proxy.stop();
      }
    },
  },
];
