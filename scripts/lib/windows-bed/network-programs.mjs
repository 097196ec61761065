import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Where every server of the bed listens. */
export const address = '127.0.0.1';

/** The user that has no rights anywhere; nginx and squid want to be no more than that. */
const nobody = 65534;

/** Ports that nobody has. @param {number} count @returns {Promise<number[]>} */
export async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createServer().listen(0, address));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => portOf(server));
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

/** @param {import('node:net').Server} server */
export function portOf(server) {
  const place = server.address();
  if (place === null || typeof place === 'string') throw new Error('It listens to no port.');
  return place.port;
}

/**
 * A foreground program with no more rights than anybody has, which ends when we do, however we end.
 * @param {string} file
 * @param {string[]} args
 */
export function startProgram(file, args) {
  const asNobody = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'];
  const rights = process.getuid?.() === 0 ? asNobody : [];
  const child = spawn('setpriv', [...rights, '--pdeathsig=KILL', file, ...args], {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      said = (said + text).slice(-4000);
    });
  }
  const gone = once(child, 'exit');
  return {
    said: () => said,
    /** @param {number[]} ports @throws {Error} with its words, when it doesn't listen in time */
    async listens(ports) {
      for (const end = Date.now() + 20_000; ; await pause(50)) {
        const open = await Promise.all(ports.map((port) => connects(port, 500)));
        if (!open.includes(false)) return;
        if (child.exitCode !== null || Date.now() > end) {
          throw new Error(`${file} does not listen: ${said}`);
        }
      }
    },
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL');
        await gone;
      }
    },
  };
}

/**
 * Whether a port lets us in within that time.
 * @param {number} port
 * @param {number} milliseconds
 * @param {(socket: import('node:net').Socket) => void} [keep] is given the open connection, which
 *   is closed otherwise
 * @returns {Promise<boolean>}
 */
export function connects(port, milliseconds, keep = (socket) => socket.destroy()) {
  return new Promise((done) => {
    const socket = connect(port, address);
    const fail = () => {
      socket.destroy();
      done(false);
    };
    const timer = setTimeout(fail, milliseconds);
    socket.on('error', () => {
      clearTimeout(timer);
      fail();
    });
    socket.on('connect', () => {
      clearTimeout(timer);
      keep(socket);
      done(true);
    });
  });
}
