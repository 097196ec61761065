import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { win32 } from 'node:path';
import { connect } from 'node:tls';
import { z } from 'zod';
import { collect } from '../../../main/host/collect';
import { readRouteOutcome } from '../../../main/vendor/proxy-route';
import { createPracticeServer, openPracticeServer, parseScenario } from '../../../practice';
import { host, workFolder } from '../bed';
import type { Case } from '../harness';
import { realNetwork, throughProxy, type User } from '../real-network';

type Target = 'dataPort' | 'expired' | 'closed';
type Proxy = keyof ReturnType<typeof realNetwork>['proxies'];

const wrong = { user: 'bed', password: 'Not-The-Password' };
/** Stand-ins for our ports: one that answers, one that is not allowed, one that is not there. */
const addresses: Readonly<Record<Target, string>> = {
  dataPort: 'management.azure.com',
  expired: 'login.microsoftonline.com',
  closed: 'nowhere.test',
};

/** The schemes in an offer, found with the pattern of the shipped script. */
function schemesIn(offer: string): string {
  const script = readFileSync(win32.join(host.places.scripts, 'test-proxy.ps1'), 'utf8');
  const pattern = /\$pattern = '\(\?i\)(.+)'/.exec(script)?.[1] ?? assert.fail('no pattern');
  return [...offer.matchAll(new RegExp(pattern, 'gi'))].map(([scheme]) => scheme).join(', ');
}

/** What a real proxy answered, in the form of test-proxy.ps1, read as the program reads it. */
async function realOutcome(proxy: Proxy, target: Target, user: User) {
  const { proxies, ports } = realNetwork();
  const { status, reason, offer, socket } = await throughProxy(proxies[proxy], ports[target], user);
  const reached = status === 200;
  if (reached) assert.equal(await statusThrough(socket), 400, 'the way does not lead to the port');
  socket.destroy();
  return readRouteOutcome({
    ...{ reached, status: reached ? 400 : 0, proxyStatus: reached ? 0 : status },
    ...{ schemes: schemesIn(offer), message: reason, identity: '', location: '' },
  });
}

function statusThrough(socket: Socket): Promise<number> {
  return new Promise((resolve, reject) => {
    const tls = connect({ socket, rejectUnauthorized: false });
    tls.write('GET / HTTP/1.1\r\nHost: bed\r\n\r\n');
    tls.once('data', (bytes) => resolve(Number(String(bytes).split(' ')[1])));
    tls.once('error', reject);
  });
}

const lastLine = z.object({ ok: z.literal(true), value: z.unknown() });

/** What the practice server says of the same situation. */
async function practiceOutcome(guarded: boolean, target: Target, user: User) {
  const folder = workFolder('practice-proxy');
  const { known } = realNetwork();
  const proxy = {
    ...(guarded ? known : {}),
    allowedHosts: [addresses.dataPort, addresses.closed],
  };
  const scenario = parseScenario({ id: 'own', title: 'Own', proxy });
  await createPracticeServer(folder, scenario, Number.POSITIVE_INFINITY);
  const { tools, places } = await openPracticeServer(folder);
  const input = {
    ...{ address: `https://${addresses[target]}/`, proxyMode: 'custom', timeoutSeconds: '30' },
    ...{ proxyServer: 'http://proxy.contoso.test', proxyPort: '8080' },
    ...(user ? { signIn: 'given', ...user } : { signIn: 'none' }),
  };
  const script = `[IO.File]::ReadAllText('${places.scripts}\\test-proxy.ps1')`;
  const { output } = await collect(tools, {
    file: places.powershell,
    args: [
      ...['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-Command'],
      `& ([ScriptBlock]::Create(${script}))`,
    ],
    cwd: places.system32,
    stdin: `${JSON.stringify(input)}\n`,
    encoding: 'oem',
    timeoutSeconds: 60,
  });
  return readRouteOutcome(lastLine.parse(JSON.parse(output)).value);
}

type Known = 'known' | 'wrong' | 'none';
const situations: readonly {
  name: string;
  proxies: readonly [Proxy, number][];
  user: Known;
  target: Target;
  practice: number;
  kind: string;
}[] = [
  {
    name: 'one that asks nobody leads to the server',
    proxies: [
      ['tinyproxyOpen', 400],
      ['squidOpen', 400],
    ],
    ...{ user: 'none', target: 'dataPort', practice: 404, kind: 'reached' },
  },
  {
    name: 'the right user is let through',
    proxies: [
      ['tinyproxyGuarded', 400],
      ['squidGuarded', 400],
    ],
    ...{ user: 'known', target: 'dataPort', practice: 404, kind: 'reached' },
  },
  {
    name: 'who gives no user is asked for one',
    proxies: [
      ['tinyproxyGuarded', 407],
      ['squidGuarded', 407],
    ],
    ...{ user: 'none', target: 'dataPort', practice: 407, kind: 'refusedByProxy' },
  },
  {
    name: 'a wrong password is a refused sign-in, with 407 or with 401',
    proxies: [
      ['tinyproxyGuarded', 401],
      ['squidGuarded', 407],
    ],
    ...{ user: 'wrong', target: 'dataPort', practice: 407, kind: 'refusedByProxy' },
  },
];

/** Situations in which the proxy itself says no to the target, with its own status and words. */
const denials: readonly { name: string; target: Target; proxies: readonly [Proxy, string][] }[] = [
  {
    name: 'a target it does not let anybody reach is told by the proxy',
    target: 'expired',
    proxies: [
      ['tinyproxyOpen', 'Access violation'],
      ['tinyproxyGuarded', 'Access violation'],
      ['squidOpen', 'Forbidden'],
      ['squidGuarded', 'Forbidden'],
    ],
  },
  {
    name: 'a target it can not reach itself is told by the proxy',
    target: 'closed',
    proxies: [
      ['tinyproxyOpen', 'Unable to connect'],
      ['tinyproxyGuarded', 'Unable to connect'],
      ['squidOpen', 'Service Unavailable'],
      ['squidGuarded', 'Service Unavailable'],
    ],
  },
];

const userOf = (who: Known): User =>
  who === 'known' ? realNetwork().known : who === 'wrong' ? wrong : null;

export const proxyCases: Case[] = [
  ...situations.map(({ name, proxies, user, target, practice, kind }) => ({
    name: `network: proxies: ${name}`,
    async run() {
      for (const [proxy, status] of proxies) {
        const outcome = await realOutcome(proxy, target, userOf(user));
        assert.ok(outcome?.kind === kind && 'status' in outcome, JSON.stringify(outcome));
        assert.equal(outcome.status, status, proxy);
        if (outcome.kind !== 'refusedByProxy') continue;
        // tinyproxy names no scheme with its 401: for a proxy, WWW-Authenticate is none.
        assert.equal(outcome.schemes, status === 401 ? '' : 'Basic', proxy);
      }
      const guarded = proxies.some(([proxy]) => proxy.endsWith('Guarded'));
      const played = await practiceOutcome(guarded, target, userOf(user));
      assert.ok(played?.kind === kind && 'status' in played, JSON.stringify(played));
      assert.equal(played.status, practice);
      if (played.kind === 'refusedByProxy') assert.match(played.schemes, /\bBasic\b/);
    },
  })),
  ...denials.map(({ name, target, proxies }) => ({
    name: `network: proxies: ${name}`,
    async run() {
      const { known } = realNetwork();
      for (const [proxy, message] of proxies) {
        const outcome = await realOutcome(proxy, target, known);
        assert.deepEqual(outcome, { kind: 'forbiddenByProxy', message, identity: '' }, proxy);
      }
      const played = await practiceOutcome(true, target, known);
      assert.ok(played?.kind === 'forbiddenByProxy', JSON.stringify(played));
      assert.equal(played.message, proxies.at(-1)?.[1], 'the practice server speaks as squid does');
    },
  })),
];
