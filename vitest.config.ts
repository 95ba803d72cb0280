import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const outside = ['**/node_modules/**', '**/.next/**', '**/.souk/**', 'tests/e2e/**'];

/**
 * Two projects: `unit` runs anywhere in milliseconds, `db` starts a real Postgres first (only when one of
 * its files is asked for) and gives every file a database of its own through `tests/support/database.ts`.
 */
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    setupFiles: ['tests/support/environment.ts', 'tests/support/stand-ins.ts'],
    // To load the modules anew for every file took longer than the tests themselves.
    isolate: false,
    testTimeout: 10_000,
    passWithNoTests: true,
    // Vitest leaves a core to the watcher, of which there is none; database tests wait for Postgres as long as they compute.
    maxWorkers: '100%',
    // It imports `next/server` without the extension that Node asks for.
    server: { deps: { inline: ['next-auth'] } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...outside, '**/*.db.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude: outside,
          globalSetup: ['tests/support/database-server.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
