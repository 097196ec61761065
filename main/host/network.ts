import { connect, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { networkText as words } from '../../contract/text/network';
import { certificateDoubts, sentCertificates } from './certificate-chain';
import type { HttpsProbe, ServerNetwork, TcpProbe, Unreached } from './ports';

/** A request the data port answers whole, with 400; its log tells it apart from real work by name. */
const request = (host: string) =>
  `GET /asrps-probe HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 0\r\n\r\n`;

function connectFailure({ code, message }: NodeJS.ErrnoException): Unreached {
  if (code === 'ECONNREFUSED') return { kind: 'refused', message };
  return { kind: code === 'ETIMEDOUT' ? 'timedOut' : 'failed', message };
}

/** Node's codes are those of OpenSSL; the messages differ between OpenSSL and BoringSSL. */
function tlsFailure({ code = '', message }: NodeJS.ErrnoException): Unreached {
  const failed = (why: string): Unreached => ({ kind: 'failed', message: why });
  if (/UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION/.test(code)) return failed(words.otherTls);
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER') return failed(words.notTls);
  return failed(words.noTls(code.startsWith('ERR_SSL_') ? code : message));
}

/** Ends with the first outcome, or when the time is over, and closes the connection. */
function probe<T>(
  socket: Socket,
  timeoutSeconds: number,
  listen: (finish: (outcome: T | Unreached) => void) => void,
): Promise<T | Unreached> {
  return new Promise((resolve) => {
    const finish = (outcome: T | Unreached) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(outcome);
    };
    const timer = setTimeout(
      () => finish({ kind: 'timedOut', message: words.noAnswer(timeoutSeconds) }),
      timeoutSeconds * 1000,
    );
    listen(finish);
  });
}

/** Nothing that is sent may end this program: what can't be read is told. */
function answered(socket: TLSSocket, host: string, status: number): HttpsProbe {
  try {
    const certificates = sentCertificates(socket);
    return { kind: 'answered', status, certificates, doubts: certificateDoubts(socket, host) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', message: words.certificateUnreadable(why) };
  }
}

function askHttps(socket: TLSSocket, host: string, finish: (outcome: HttpsProbe) => void): void {
  let head = '';
  let failure = connectFailure;
  socket.once('connect', () => {
    failure = tlsFailure;
  });
  socket.once('secureConnect', () => {
    failure = connectFailure;
    socket.write(request(host));
  });
  socket.on('data', (bytes) => {
    head += bytes.toString('latin1');
    const status = /^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1];
    if (!status) return;
    finish(answered(socket, host, Number(status)));
  });
  socket.on('error', (error) => finish(failure(error)));
  socket.once('close', () => finish({ kind: 'failed', message: words.closedUnanswered }));
}

/** Network of the real server. The data port speaks TLS 1.2 only, with a certificate of its own. */
export function createNetwork(): ServerNetwork {
  return {
    probeHttps(host, port, timeoutSeconds) {
      const socket = connectTls({
        host,
        port,
        rejectUnauthorized: false,
        minVersion: 'TLSv1.2',
        maxVersion: 'TLSv1.2',
      });
      return probe<HttpsProbe>(socket, timeoutSeconds, (finish) => askHttps(socket, host, finish));
    },
    probeTcp(host, port, timeoutSeconds) {
      const socket = connect({ host, port });
      return probe<TcpProbe>(socket, timeoutSeconds, (finish) => {
        socket.once('connect', () => finish({ kind: 'open' }));
        socket.on('error', (error) => finish(connectFailure(error)));
      });
    },
  };
}
