import path from 'node:path';
import { parseArgs } from 'node:util';
import { drawPictures, seed, startApp } from './app';
import { buildWhenStale } from './build-app';
import { loadSettings, ROOT } from './configuration';
import { describeStack } from './stack-table';
import { startStack, type Mode, type Stack } from './stack';
import { stopOnSignals } from './stop-signals';
import { explain, say } from './use-stack';

/**
 * `npm run dev` and `npm start`: the whole shop from nothing. Services that are not configured are started here,
 * the database is migrated and, at first, filled; then come the worker and the web server.
 */
const startedAt = performance.now();
const { values } = parseArgs({
  options: {
    mode: { type: 'string', default: 'development' },
    /** What the web server listens on; 0.0.0.0 lets a phone in the same network in. */
    host: { type: 'string' },
    /** How many demo products a first start makes. */
    products: { type: 'string' },
  },
});
const mode: Mode = values.mode === 'production' ? 'production' : 'development';

let stopping = false;
let running: Stack | null = null;
const starting = startStack({ settings: loadSettings(process.env), mode, say });
stopOnSignals({
  stop: async () => {
    stopping = true;
    say('Stopping.');
    const stack = await starting.catch(() => null);
    await stack?.stop();
  },
  kill: () => running?.kill(),
  exitCode: 0,
});

try {
  const stack = await starting;
  running = stack;
  await seed(stack, values.products ? ['--products', values.products] : []);
  if (mode === 'production') await buildWhenStale(stack);
  await startApp(stack, { host: values.host });
  const logs = path.relative(ROOT, path.join(stack.environment.SOUK_STATE_DIR ?? '', 'logs'));
  console.log(describeStack(stack, { logs, seconds: (performance.now() - startedAt) / 1000 }));
  await drawPictures(stack).catch((error: unknown) => {
    if (!stopping) console.error(explain(error));
  });
} catch (error) {
  if (!stopping) {
    console.error(explain(error));
    await starting.then(
      (stack) => stack.stop(),
      () => {},
    );
    process.exit(1);
  }
}
