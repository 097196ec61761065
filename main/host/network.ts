import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { HttpsProbe, ServerNetwork } from './ports';

/** A request the data port answers whole, with 400; its log tells it apart from real work by name. */
const request = (host: string) =>
  `GET /asrps-probe HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 0\r\n\r\n`;

function certificateOf(socket: TLSSocket) {
  const { fingerprint, valid_to } = socket.getPeerCertificate();
  if (!fingerprint || !valid_to) return null;
  return {
    thumbprint: fingerprint.replaceAll(':', '').toLowerCase(),
    validUntil: new Date(valid_to).toISOString(),
  };
}

function failureKind(error: NodeJS.ErrnoException): 'refused' | 'timedOut' | 'failed' {
  if (error.code === 'ECONNREFUSED') return 'refused';
  return error.code === 'ETIMEDOUT' ? 'timedOut' : 'failed';
}

/** Network of the real server. The data port speaks TLS 1.2 only, with a certificate of its own. */
export function createNetwork(): ServerNetwork {
  return {
    probeHttps(host, port, timeoutSeconds) {
      return new Promise<HttpsProbe>((resolve) => {
        let head = '';
        const socket = connectTls({
          host,
          port,
          rejectUnauthorized: false,
          minVersion: 'TLSv1.2',
          maxVersion: 'TLSv1.2',
        });
        const finish = (probe: HttpsProbe) => {
          clearTimeout(timer);
          socket.destroy();
          resolve(probe);
        };
        const timer = setTimeout(
          () => finish({ kind: 'timedOut', message: `no answer within ${timeoutSeconds} s` }),
          timeoutSeconds * 1000,
        );
        socket.once('secureConnect', () => socket.write(request(host)));
        socket.on('data', (bytes) => {
          head += bytes.toString('latin1');
          const status = /^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1];
          if (status) {
            finish({
              kind: 'answered',
              status: Number(status),
              certificate: certificateOf(socket),
            });
          }
        });
        socket.once('error', (error) =>
          finish({ kind: failureKind(error), message: error.message }),
        );
        socket.once('close', () => finish({ kind: 'failed', message: 'closed without an answer' }));
      });
    },
  };
}
