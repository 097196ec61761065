import { createSocket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import { type Answer, notTold, told } from './fact';
import { aheadOf } from './sources/clock';

const NTP_PORT = 123;
const LIMIT_MS = 10_000;

/**
 * Asks a time server once, by SNTP and without any tool of Windows: seconds that this clock is ahead
 * of it. Source: RFC 5905, section 14.
 */
export async function askTimeServer(host: string, port = NTP_PORT): Promise<Answer<number>> {
  const found = await lookup(host, { family: 4 }).catch(() => null);
  if (found === null) return notTold('the name of the time source is not known');
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    const finish = (answer: Answer<number>) => {
      clearTimeout(timer);
      socket.close();
      resolve(answer);
    };
    const timer = setTimeout(() => finish(notTold('no answer within 10 s')), LIMIT_MS);
    socket.once('error', (error) => finish(notTold(error.message)));
    const request = Buffer.alloc(48);
    // No warning, version 4, a client.
    request[0] = 0x23;
    const sent = Date.now() / 1000;
    socket.once('message', (packet) => {
      const ahead = aheadOf(packet, sent, Date.now() / 1000);
      finish(ahead === null ? notTold('the time source does not tell the time') : told(ahead));
    });
    socket.send(request, port, found.address);
  });
}
