import { seed } from './app';
import { buildApp } from './build-app';
import { runWithStack } from './use-stack';

/** `npm run build`: with the running stack, or with one of its own, since prerendering reads the database. */
await runWithStack('production', async (stack) => {
  await seed(stack);
  await buildApp(stack);
});
