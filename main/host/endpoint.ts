import { createConnection, createServer, type Socket } from 'node:net';

/**
 * A local endpoint that exists exactly as long as the process that holds it: a named pipe on
 * Windows, an abstract socket on Linux. Neither leaves a file behind when its holder is killed.
 */
export function endpointAddress(name: string): string {
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : `\0${name}`;
}

export interface HeldEndpoint {
  release(): Promise<void>;
}

/** Takes the endpoint; null when another process holds it. `onMessage` gets each line sent to it. */
export function holdEndpoint(
  name: string,
  onMessage: (message: string) => void = () => undefined,
): Promise<HeldEndpoint | null> {
  return new Promise((resolve, reject) => {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => socket.destroy());
      socket.on('data', (data) => {
        for (const line of data.toString('utf8').split('\n')) if (line !== '') onMessage(line);
      });
    });
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null);
      else reject(error);
    });
    server.listen(endpointAddress(name), () => {
      server.unref();
      resolve({
        release: () =>
          new Promise((done) => {
            for (const socket of sockets) socket.destroy();
            server.close(() => done());
          }),
      });
    });
  });
}

/** True when some process holds the endpoint. */
export function endpointIsHeld(name: string): Promise<boolean> {
  return sendToEndpoint(name, '');
}

/** Sends one line to the holder; false when nobody holds the endpoint. */
export function sendToEndpoint(name: string, message: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(endpointAddress(name));
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EBUSY'));
    socket.once('connect', () =>
      socket.end(message === '' ? '' : `${message}\n`, () => resolve(true)),
    );
  });
}
