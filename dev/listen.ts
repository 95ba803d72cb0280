import type { AddressInfo, Server as NetServer } from 'node:net';

export const LOOPBACK = '127.0.0.1';

const PORTS_TO_TRY = 50;

/**
 * Listens on this machine's loopback address at the first free port from `firstPort` on, and returns it.
 * 0 lets the system choose.
 */
export async function listenFrom(server: NetServer, firstPort: number): Promise<number> {
  for (let port = firstPort; port < firstPort + PORTS_TO_TRY; port++) {
    if (await tryToListen(server, port)) return (server.address() as AddressInfo).port;
  }
  throw new Error(`No free port between ${firstPort} and ${firstPort + PORTS_TO_TRY - 1}.`);
}

function tryToListen(server: NetServer, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      server.off('listening', onListening);
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    };
    const onListening = () => {
      server.off('error', onError);
      resolve(true);
    };
    server.once('error', onError);
    server.once('listening', onListening);
    server.listen({ port, host: LOOPBACK, exclusive: true });
  });
}
