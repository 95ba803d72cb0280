import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Children, type Command } from './children';
import { isAlive, waitForExit } from './inspect';
import { RunRecord } from './run-record';

let folder: string;
let told: string[];
let record: RunRecord;
let children: Children;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'souk-children-'));
  told = [];
  record = await RunRecord.claim(folder, (line) => told.push(line));
  const tell = (name: string, line: string) => told.push(`${name}: ${line}`);
  children = new Children({ cwd: folder, logFolder: path.join(folder, 'logs'), record, tell });
});
afterEach(async () => {
  await children.stop();
  record.release();
  await rm(folder, { recursive: true });
});

function program(code: string, name = 'worker'): Command {
  return { name, args: ['-e', code], environment: { PATH: process.env.PATH ?? '' } };
}

const FOREVER = 'setInterval(() => {}, 1000);';

async function pidFrom(log: string): Promise<number> {
  const file = path.join(folder, 'logs', log);
  return vi.waitFor(async () => {
    const pid = Number(/\d+/.exec(await readFile(file, 'utf8'))?.[0]);
    expect(pid).toBeGreaterThan(0);
    return pid;
  });
}

describe('children of a stack', () => {
  test('one that ends by itself is reported and started again', async () => {
    await children.keep(program(`console.log(process.pid); ${FOREVER}`));
    const first = await pidFrom('worker.log');
    process.kill(first, 'SIGKILL');
    await vi.waitFor(async () => {
      const pids = (await readFile(path.join(folder, 'logs', 'worker.log'), 'utf8')).trim().split('\n');
      expect(pids).toHaveLength(2);
    }, 5_000);
    expect(told).toEqual(['worker: ended by itself (ended by SIGKILL); it is started again in 1 s']);
  });

  test('one that ends before it is up fails the start, after what it said', async () => {
    const never = () => new Promise<void>(() => {});
    const start = children.keep(program('console.error("no such port"); process.exit(3)'), never);
    await expect(start).rejects.toThrow(/worker did not start \(exit code 3\).*worker\.log/);
    expect(told).toEqual(['worker: no such port']);
  });

  test('errors reach the terminal, the rest only the log', async () => {
    const lines = [
      'plain',
      '{"level":"info","msg":"fine"}',
      '{"level":"error","msg":"bad","err":{"message":"why"}}',
    ];
    await children.keep(
      program(`for (const line of ${JSON.stringify(lines)}) console.log(line); ${FOREVER}`),
    );
    await vi.waitFor(() => expect(told).toEqual(['worker: bad: why']));
    expect(await readFile(path.join(folder, 'logs', 'worker.log'), 'utf8')).toBe(`${lines.join('\n')}\n`);
  });

  test.runIf(process.platform !== 'win32')('stopping ends what they started, too, deaf or not', async () => {
    const deaf = `process.on('SIGTERM', () => {}); ${FOREVER}`;
    const parent = `const { spawn } = require('node:child_process');
      console.log(spawn(process.execPath, ['-e', ${JSON.stringify(deaf)}], { stdio: 'ignore' }).pid); ${FOREVER}`;
    await children.keep(program(parent));
    const grandchild = await pidFrom('worker.log');
    await children.stop();
    expect(await waitForExit(grandchild, 1_000)).toBe(true);
  });

  test('a command that fails says so', async () => {
    await expect(children.run(program('process.exit(2)', 'seed'))).rejects.toThrow(
      'seed failed (exit code 2).',
    );
    await expect(children.run(program('', 'seed'))).resolves.toBeUndefined();
  });
});

describe('the run record', () => {
  test('lets the next start end what an earlier one left running', async () => {
    await children.keep(program(`console.log(process.pid); ${FOREVER}`));
    const left = await pidFrom('worker.log');
    await vi.waitFor(async () =>
      expect(await readFile(path.join(folder, 'run.json'), 'utf8')).toContain(`${left}`),
    );
    await RunRecord.end(folder, (line) => told.push(line));
    expect(isAlive(left)).toBe(false);
    expect(told).toContain(`A process left running by an earlier start was ended (worker, process ${left}).`);
  });

  test('does not touch a process that merely has the id of one of old', async () => {
    const child = { name: 'worker', pid: process.pid, startedAt: 'long ago' };
    const old = { owner: { pid: process.pid, startedAt: 'long ago' }, environment: {}, children: [child] };
    await writeFile(path.join(folder, 'run.json'), JSON.stringify(old));
    expect(await RunRecord.environmentOf(folder)).toBeNull();
    await RunRecord.end(folder, (line) => told.push(line));
    expect(told).toEqual([]);
  });

  test('is replaced when its writer was killed in the middle of it', async () => {
    await writeFile(path.join(folder, 'run.json'), '{"owner":');
    await RunRecord.claim(folder, (line) => told.push(line));
    expect(told).toEqual([]);
  });

  test('gives tools the environment of a running stack, and none of a dead one', async () => {
    expect(await RunRecord.environmentOf(folder)).toBeNull();
    record.publish({ DATABASE_URL: 'postgres://here' });
    expect(await RunRecord.environmentOf(folder)).toEqual({ DATABASE_URL: 'postgres://here' });
    record.release();
    expect(await RunRecord.environmentOf(folder)).toBeNull();
  });
});
