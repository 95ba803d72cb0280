import { createServer, type AddressInfo, type ListenOptions, type Server as NetServer } from 'node:net';

export const LOOPBACK = '127.0.0.1';

const PORTS_TO_TRY = 50;

/**
 * Listens on this machine's loopback address at the first free port from `firstPort` on, and returns it.
 * 0 lets the system choose.
 */
export async function listenFrom(server: NetServer, firstPort: number): Promise<number> {
  for (let port = firstPort; port < firstPort + PORTS_TO_TRY; port++) {
    if (await tryToListen(server, { port, host: LOOPBACK })) return (server.address() as AddressInfo).port;
  }
  throw noFreePort(firstPort);
}

/** The first port from `firstPort` on that nobody uses on any address, for a server another process opens. */
export async function findFreePort(firstPort: number): Promise<number> {
  for (let port = firstPort; port < firstPort + PORTS_TO_TRY; port++) {
    if ((await isFree({ port })) && (await isFree({ port, host: LOOPBACK }))) return port;
  }
  throw noFreePort(firstPort);
}

async function isFree(address: ListenOptions): Promise<boolean> {
  const server = createServer();
  if (!(await tryToListen(server, address))) return false;
  await new Promise((resolve) => server.close(resolve));
  return true;
}

function noFreePort(firstPort: number): Error {
  return new Error(`No free port between ${firstPort} and ${firstPort + PORTS_TO_TRY - 1}.`);
}

function tryToListen(server: NetServer, address: ListenOptions): Promise<boolean> {
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
    server.listen({ ...address, exclusive: true });
  });
}
