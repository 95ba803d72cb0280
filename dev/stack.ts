import path from 'node:path';
import { migrate, roleOf } from '@/db/migrate';
import { parseEnvironment } from '@/lib/platform/env';
import { ConfigurationError, planStack, ROOT, stateFolder, type Plan, type Settings } from './configuration';
import { findFreePort, LOOPBACK } from './listen';
import type { Durability } from './postgres';
import { Children } from './process/children';
import { RunRecord } from './process/run-record';
import { loadSecrets, type Secrets } from './secrets';
import { startServices, type Ports, type RunningService, type ServiceLine } from './services';

export type Mode = 'development' | 'production';

export type StackOptions = {
  /** What is configured, from `loadSettings`; the rest is started here. */
  readonly settings: Settings;
  readonly mode: Mode;
  /** The first ports to try. A taken one moves to the next free one and says so. */
  readonly ports?: Partial<Ports>;
  readonly durability?: Durability;
  /** Told what a person should know: something moved, was repaired or failed. */
  readonly say: (line: string) => void;
};

export type Stack = {
  readonly mode: Mode;
  readonly demo: boolean;
  /** The whole environment of the app's processes. */
  readonly environment: Readonly<Record<string, string>>;
  readonly appUrl: string;
  readonly webPort: number;
  readonly services: readonly ServiceLine[];
  readonly secrets: Secrets;
  /** The app's processes; they end before the services they use. */
  readonly children: Children;
  readonly say: (line: string) => void;
  /** Stops everything; resolves when nothing of it runs any more. */
  stop(): Promise<void>;
  /** Ends everything at once and does not wait. */
  kill(): void;
};

const PORTS: Ports = {
  web: 3000,
  database: 5544,
  cache: 8079,
  payments: 8085,
  carriers: 8095,
  smtp: 1025,
  mail: 8025,
};

/**
 * Starts every service that is not configured and brings the database's schema up to date; `startApp` then
 * starts the app on it. When something fails, what was started is stopped before this throws.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { settings, mode, say } = options;
  const plan = planStack(settings);
  const stateDir = stateFolder(settings);
  const record = await RunRecord.claim(stateDir, say);
  const children = new Children({
    cwd: ROOT,
    logFolder: path.join(stateDir, 'logs'),
    record,
    tell: (name, line) => say(`${name}: ${line}`),
  });
  const running: RunningService[] = [];
  const stopAll = async () => {
    await children.stop();
    for (const { line, close } of running.toReversed()) {
      await close().catch((error: unknown) => say(`${line.name} did not stop in order: ${String(error)}`));
    }
    record.release();
  };
  let stopping: Promise<void> | null = null;
  const stop = () => (stopping ??= stopAll());
  const kill = () => {
    children.kill();
    for (const service of running) service.kill?.();
  };
  try {
    const secrets = await loadSecrets(stateDir);
    const ports = { ...PORTS, ...options.ports };
    const webPort = await chooseWebPort(settings, ports.web, say);
    const appUrl = settings.APP_URL ?? `http://localhost:${webPort}`;
    const durability = options.durability ?? 'durable';
    const context = { settings, stateDir, secrets, appUrl, ports, durability, say };
    await startServices(plan, context, (service) => running.push(service));
    const environment: Record<string, string> = Object.assign(
      defaultsFor(plan, { stateDir, secrets, appUrl }),
      settings,
      ...running.map((service) => service.environment),
      { NODE_ENV: mode, SOUK_STATE_DIR: stateDir },
    );
    const { DATABASE_URL, DATABASE_OWNER_URL = DATABASE_URL } = parseEnvironment(environment);
    await migrate(DATABASE_OWNER_URL, roleOf(DATABASE_URL));
    // What was configured may be secret and is known to whoever joins; only what was added is written down.
    record.publish(
      Object.fromEntries(Object.entries(environment).filter(([name, value]) => settings[name] !== value)),
    );
    const services = running.map(({ line }) => line);
    return {
      mode,
      demo: plan.demo,
      environment,
      appUrl,
      webPort,
      services,
      secrets,
      children,
      say,
      stop,
      kill,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function defaultsFor(
  plan: Plan,
  { stateDir, secrets, appUrl }: { stateDir: string; secrets: Secrets; appUrl: string },
): Record<string, string> {
  return {
    APP_URL: appUrl,
    AUTH_SECRET: secrets.authSecret,
    NEXT_TELEMETRY_DISABLED: '1',
    SOUK_DEMO: plan.demo ? '1' : '0',
    ...(plan.configured.files ? {} : { STORAGE_DIR: path.join(stateDir, 'media') }),
  };
}

/** A configured APP_URL is where people come, so its port must not move. */
async function chooseWebPort(
  settings: Settings,
  firstPort: number,
  say: (line: string) => void,
): Promise<number> {
  const wanted = Number(settings.PORT ?? localPortOf(settings.APP_URL) ?? firstPort);
  const port = await findFreePort(wanted);
  if (port === wanted) return port;
  if (settings.APP_URL) {
    throw new ConfigurationError(
      `Port ${wanted} is taken, and APP_URL (${settings.APP_URL}) fixes where the shop is.`,
    );
  }
  say(`Port ${wanted} is taken; the shop listens on ${port}.`);
  return port;
}

function localPortOf(appUrl: string | undefined): string | null {
  if (!appUrl) return null;
  const { hostname, port } = new URL(appUrl);
  return ['localhost', LOOPBACK].includes(hostname) ? port || null : null;
}
