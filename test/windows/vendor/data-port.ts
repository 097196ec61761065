import { readFileSync } from 'node:fs';
import { createServer } from 'node:tls';
import { readOrders } from './places';

/** The data port: TLS 1.2 only, answers a whole request with 400. Runs until it is ended. */
export function dataPort(): Promise<number> {
  const { address, dataPort: port, certificate, certificateKey } = readOrders();
  const tls = { cert: readFileSync(certificate), key: readFileSync(certificateKey) };
  const server = createServer(
    { ...tls, minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' },
    (socket) => {
      let head = '';
      socket.on('error', () => socket.destroy());
      socket.on('data', (bytes) => {
        head += bytes.toString('latin1');
        if (head.includes('\r\n\r\n')) {
          socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n');
        }
      });
    },
  );
  server.listen(port, address);
  return new Promise(() => undefined);
}
