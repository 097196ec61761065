import assert from 'node:assert/strict';
import { createNetwork } from '../../../main/host/network';
import type { HttpsProbe } from '../../../main/host/ports';
import type { Case } from '../harness';
import { realNetwork } from '../real-network';
import { proxyCases } from './network-proxies';

const network = createNetwork();
type Port = keyof ReturnType<typeof realNetwork>['ports'];

const https = (port: Port, seconds = 10) =>
  network.probeHttps(realNetwork().address, realNetwork().ports[port], seconds);
const tcp = (port: Port, seconds = 10) =>
  network.probeTcp(realNetwork().address, realNetwork().ports[port], seconds);

function answered(probe: HttpsProbe): HttpsProbe & { kind: 'answered' } {
  assert.ok(probe.kind === 'answered', JSON.stringify(probe));
  return probe;
}

/** The port takes connections, but what is said on it is no answer over TLS. */
async function opensWithoutTls(port: Port, words: RegExp): Promise<void> {
  const probe = await https(port);
  assert.ok(probe.kind === 'failed', JSON.stringify(probe));
  assert.match(probe.message, words);
  assert.deepEqual(await tcp(port), { kind: 'open' });
}

const SCOUT = 'CN=Scout, OU=InMage, O=Microsoft, L=Redmond, S=Washington, C=US';
const NO_SUCH_NAME = 'ERR_TLS_CERT_ALTNAME_INVALID';

export const networkCases: Case[] = [
  {
    name: 'network: a server as the data port answers 400, its own certificate is read whole',
    async run() {
      const { status, certificates, doubts } = answered(await https('dataPort'));
      assert.equal(status, 400);
      assert.equal(certificates.length, 1);
      const [own] = certificates;
      assert.equal(own?.subject, SCOUT);
      assert.equal(own.issuer, SCOUT);
      assert.equal(own.thumbprint, realNetwork().thumbprints.dataPort);
      assert.deepEqual(own.names, []);
      const days = (Date.parse(own.validUntil) - Date.parse(own.validFrom)) / 86_400_000;
      assert.equal(days, 1095);
      assert.deepEqual(doubts, ['DEPTH_ZERO_SELF_SIGNED_CERT', NO_SUCH_NAME]);
    },
  },
  {
    name: 'network: an expired certificate is told as that, and refused by nobody',
    async run() {
      const { status, certificates, doubts } = answered(await https('expired'));
      assert.equal(status, 404);
      assert.equal(certificates[0]?.validFrom, '2020-01-02T03:04:05.000Z');
      assert.equal(certificates[0]?.validUntil, '2023-01-02T03:04:05.000Z');
      assert.deepEqual(doubts, ['CERT_HAS_EXPIRED', NO_SUCH_NAME]);
    },
  },
  {
    name: 'network: a certificate for other names comes with its names and its authority',
    async run() {
      const { thumbprints } = realNetwork();
      const { certificates, doubts } = answered(await https('wrongName'));
      assert.deepEqual(
        certificates.map(({ subject, issuer, thumbprint }) => [subject, issuer, thumbprint]),
        [
          ['CN=other.contoso.test', 'CN=Bed authority, O=Bed', thumbprints.wrongName],
          ['CN=Bed authority, O=Bed', 'CN=Bed authority, O=Bed', thumbprints.authority],
        ],
      );
      const names = ['other.contoso.test', '*.branch.contoso.test', '10.20.30.99'];
      assert.deepEqual(certificates[0]?.names, names);
      assert.deepEqual(doubts, ['SELF_SIGNED_CERT_IN_CHAIN', NO_SUCH_NAME]);
    },
  },
  {
    name: 'network: a server that speaks only TLS 1.0 and 1.1 is told as that, its port is open',
    run: () => opensWithoutTls('oldTls', /another version of TLS/),
  },
  {
    name: 'network: a server that speaks no TLS is told as that, its port is open',
    run: () => opensWithoutTls('plainText', /does not speak TLS/),
  },
  {
    name: 'network: a server that hangs up before TLS is told as that, its port is open',
    run: () => opensWithoutTls('hangsUp', /^no TLS 1\.2 came about: ./),
  },
  {
    name: 'network: a server that closes after TLS gave no answer, its port is open',
    run: () => opensWithoutTls('closes', /closed without an answer/),
  },
  {
    name: 'network: a port nobody listens on refuses, over TLS and without',
    async run() {
      for (const probe of [await https('closed'), await tcp('closed')]) {
        assert.ok(probe.kind === 'refused', JSON.stringify(probe));
        assert.match(probe.message, /ECONNREFUSED/);
      }
    },
  },
  {
    name: 'network: a port behind a firewall that drops gives no answer, for the seconds asked for',
    async run() {
      const silence = (seconds: number) => ({
        kind: 'timedOut',
        message: `no answer within ${seconds} s`,
      });
      const shorterEndsFirst = async (ask: typeof https | typeof tcp) => {
        let isLongerOver = false;
        const longer = ask('filtered', 3).finally(() => {
          isLongerOver = true;
        });
        assert.deepEqual(await ask('filtered', 1), silence(1));
        assert.equal(isLongerOver, false);
        assert.deepEqual(await longer, silence(3));
      };
      await Promise.all([shorterEndsFirst(https), shorterEndsFirst(tcp)]);
    },
  },
  {
    name: 'network: an address that no connection can go to fails with the words of the system',
    async run() {
      const probe = await network.probeTcp('255.255.255.255', 443, 10);
      assert.ok(probe.kind === 'failed', JSON.stringify(probe));
      assert.match(probe.message, /255\.255\.255\.255/);
    },
  },
  ...proxyCases,
];
