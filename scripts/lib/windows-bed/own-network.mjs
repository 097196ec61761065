import { capture } from '../processes.mjs';

/** The address the server has in a network of its own; no other machine is ever there. */
export const ownAddress = '10.20.30.41';

const asRoot = ['--net'];
const asUser = ['--user', '--map-root-user', '--net'];
const lay = `ip link set lo up && ip addr add ${ownAddress}/32 dev lo && exec "$@"`;

/**
 * The command that runs another one in a network of its own, which has nothing but this machine:
 * a process server can't be told a loopback address.
 * @param {string[]} command
 * @returns {[string, string[]]}
 */
export function inOwnNetwork([file = '', ...args]) {
  const how = process.getuid?.() === 0 ? asRoot : asUser;
  return ['unshare', [...how, 'sh', '-c', lay, 'sh', file, ...args]];
}

/** Why this machine has no such network; null when it has. */
export async function whyNoOwnNetwork() {
  const { code, stderr } = await capture(...inOwnNetwork(['true']));
  return code === 0 ? null : `no network of its own to be had: ${stderr.trim().split('\n').at(-1)}`;
}
