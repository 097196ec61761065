import { chmodSync, chownSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificates, openssl, thumbprint } from './network-certificates.mjs';
import { nginxConfig, squidConfig, tinyproxyConfig } from './network-configs.mjs';
import { address, connects, freePorts, portOf, startProgram } from './network-programs.mjs';

const known = { user: 'bed', password: 'Bed-Password-01' };

/** Too low to be given to any program by chance, and nobody has it. */
const closedPort = 1;

/**
 * Real TLS servers (nginx), proxies with and without a sign-in (tinyproxy, squid), a port that
 * nobody listens on and one that lets nobody in, all on loopback.
 * @type {import('./parts.mjs').BedPart}
 */
export const network = {
  name: 'network',
  // Not the package tinyproxy: that one is only the service of the system.
  debianPackages: ['nginx-light', 'squid', 'tinyproxy-bin', 'openssl'],
  async prepare() {
    // Not in the bed: the servers run as nobody, who may not look into a home.
    const folder = mkdtempSync(join(tmpdir(), 'psm-network-'));
    /** @type {(() => void | Promise<void>)[]} */
    const stops = [() => rmSync(folder, { recursive: true, force: true })];
    const stop = async () => {
      for (const one of stops.splice(0).reverse()) await one();
    };
    try {
      return { value: await startAll(folder, stops), stop };
    } catch (error) {
      await stop();
      throw error;
    }
  },
};

/**
 * @param {string} folder
 * @param {(() => void | Promise<void>)[]} stops is given how to end what was started
 */
async function startAll(folder, stops) {
  const [dataPort = 0, expired = 0, wrongName = 0, oldTls = 0, closes = 0, plainText = 0, ...more] =
    await freePorts(10);
  const [tinyproxyOpen = 0, tinyproxyGuarded = 0, squidOpen = 0, squidGuarded = 0] = more;
  const web = { dataPort, expired, wrongName, oldTls, closes, plainText };
  const targets = [dataPort, closedPort];
  await makeCertificates(folder);
  const password = (await openssl(folder, ['passwd', '-6', known.password])).trim();
  const written = {
    'nginx.conf': nginxConfig(folder, web),
    'tinyproxy-open.conf': tinyproxyConfig(tinyproxyOpen, targets, null),
    'tinyproxy-guarded.conf': tinyproxyConfig(tinyproxyGuarded, targets, known),
    'squid.users': `${known.user}:${password}\n`,
    'squid.conf': squidConfig(folder, { open: squidOpen, guarded: squidGuarded }, targets),
  };
  for (const [name, content] of Object.entries(written)) {
    writeFileSync(join(folder, name), content);
  }
  giveToNobody(folder);

  const start = async (
    /** @type {string} */ file,
    /** @type {string[]} */ args,
    /** @type {number[]} */ ports,
  ) => {
    const program = startProgram(file, args);
    stops.push(program.stop);
    await program.listens(ports);
  };
  const config = (/** @type {keyof typeof written} */ name) => join(folder, name);
  await Promise.all([
    start('/usr/sbin/nginx', ['-p', folder, '-c', config('nginx.conf')], Object.values(web)),
    start('/usr/bin/tinyproxy', ['-d', '-c', config('tinyproxy-open.conf')], [tinyproxyOpen]),
    start('/usr/bin/tinyproxy', ['-d', '-c', config('tinyproxy-guarded.conf')], [tinyproxyGuarded]),
    start('/usr/sbin/squid', ['-N', '-f', config('squid.conf')], [squidOpen, squidGuarded]),
  ]);
  const names = /** @type {const} */ (['dataPort', 'expired', 'wrongName', 'authority']);
  const prints = names.map(async (name) => [name, await thumbprint(folder, name)]);
  return {
    address,
    ports: {
      ...web,
      hangsUp: await hangUp(stops),
      filtered: await filter(stops),
      closed: closedPort,
    },
    proxies: { tinyproxyOpen, tinyproxyGuarded, squidOpen, squidGuarded },
    known,
    thumbprints: Object.fromEntries(await Promise.all(prints)),
  };
}

/** @param {string} folder */
function giveToNobody(folder) {
  chmodSync(folder, 0o755);
  if (process.getuid?.() !== 0) return;
  for (const name of ['.', ...readdirSync(folder)]) chownSync(join(folder, name), 65534, 65534);
}

/** A port that ends every connection at once. @param {(() => void | Promise<void>)[]} stops */
async function hangUp(stops) {
  const server = createServer((socket) => socket.destroy()).listen(0, address);
  stops.push(() => void server.close());
  await new Promise((listening) => server.once('listening', listening));
  return portOf(server);
}

/** It listens for one connection, says where, and never looks at it. */
const deaf = `const server = require('node:net').createServer();
server.listen({ host: '${address}', port: 0, backlog: 1 }, () => {
  require('node:fs').writeSync(1, server.address().port + '\\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});`;

/**
 * A port that answers to nothing, as behind a firewall that drops: the kernel drops what asks for a
 * connection while the queue of those nobody takes is full.
 * @param {(() => void | Promise<void>)[]} stops
 */
async function filter(stops) {
  const listener = startProgram(process.execPath, ['-e', deaf]);
  stops.push(listener.stop);
  while (!listener.said().includes('\n')) await new Promise((later) => setTimeout(later, 20));
  const port = Number(listener.said());
  let isOpen = true;
  for (let held = 0; isOpen; held += 1) {
    if (held > 50) throw new Error(`Port ${port} can't be filled.`);
    isOpen = await connects(port, 700, (socket) => {
      stops.push(() => void socket.destroy());
    });
  }
  return port;
}
