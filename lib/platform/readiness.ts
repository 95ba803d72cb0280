import { connect as connectSocket } from 'node:net';
import { connection } from './database';
import { env } from './env';
import { pingCache } from './redis';

/** `down` only for what nothing works without; everything else is done without for a while. */
export type Readiness = {
  readonly status: 'ready' | 'degraded' | 'down';
  readonly dependencies: Readonly<Record<Dependency, 'up' | 'down'>>;
};

export type Dependency = 'database' | 'cache' | 'mail' | 'payments';

const TIMEOUT_MS = 1_000;

const CHECKS: Readonly<Record<Dependency, () => Promise<boolean>>> = {
  database: async () => {
    await connection().sql`select 1`;
    return true;
  },
  cache: async () => (await pingCache()) !== null,
  mail: () => accepts(new URL(env().SMTP_URL), 25),
  payments: () => accepts(new URL(env().STRIPE_API_URL ?? 'https://api.stripe.com'), 443),
};

/** Asks every dependency at once and waits for none longer than a second. */
export async function checkReadiness(): Promise<Readiness> {
  const names = Object.keys(CHECKS) as Dependency[];
  const states = await Promise.all(names.map(async (name) => [name, await stateOf(CHECKS[name])] as const));
  const dependencies = Object.fromEntries(states) as Record<Dependency, 'up' | 'down'>;
  const allUp = states.every(([, state]) => state === 'up');
  return {
    status: dependencies.database === 'down' ? 'down' : allUp ? 'ready' : 'degraded',
    dependencies,
  };
}

async function stateOf(check: () => Promise<boolean>): Promise<'up' | 'down'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), TIMEOUT_MS);
  });
  const up = await Promise.race([check().catch(() => false), late]);
  clearTimeout(timer);
  return up ? 'up' : 'down';
}

/** Whether a server takes connections there. Nothing is sent. */
function accepts(url: URL, defaultPort: number): Promise<boolean> {
  const port = Number(url.port) || (url.protocol === 'http:' ? 80 : defaultPort);
  return new Promise((resolve) => {
    const socket = connectSocket({ host: url.hostname, port, timeout: TIMEOUT_MS });
    const finish = (up: boolean) => {
      socket.destroy();
      resolve(up);
    };
    socket.once('connect', () => finish(true));
    socket.once('error', () => finish(false));
    socket.once('timeout', () => finish(false));
  });
}
