import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { loadSettings, stateFolder } from './configuration';
import { stopPostgresIn } from './postgres';
import { RunRecord } from './process/run-record';
import { say } from './use-stack';

/**
 * `npm run dev:reset`: stops what runs and empties the state folder, so that the next start is a first one. A
 * folder in it that holds a database of its own (that of the tests, another stack's) is left alone.
 */
const stateDir = stateFolder(loadSettings(process.env));
const postgres = path.join(stateDir, 'postgres');

await RunRecord.end(stateDir, say);
const { home } = await stopPostgresIn(postgres);
rmSync(home, { recursive: true, force: true });
for (const name of existsSync(stateDir) ? readdirSync(stateDir) : []) {
  const entry = path.join(stateDir, name);
  if (!existsSync(path.join(entry, 'postgres'))) rmSync(entry, { recursive: true, force: true });
}
say(`${path.relative(process.cwd(), stateDir) || stateDir} is empty. The next start fills it again.`);
