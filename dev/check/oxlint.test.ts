import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { lintGeneral } from './general-rules';

const root = mkdtempSync(path.join(tmpdir(), 'souk-lint-'));
afterAll(() => rmSync(root, { recursive: true }));
for (const file of ['.oxlintrc.json', 'tsconfig.json']) copyFileSync(file, path.join(root, file));
symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'), 'junction');

const CONSOLE = "export const say = () => console.log('here');";
const ENVIRONMENT = 'export const home = process.env.HOME;';

/** Each sample is one file; its finding names the rule, or null when it is allowed there. */
const SAMPLES: readonly (readonly [path: string, text: string, rule: string | null])[] = [
  ['app/said.ts', CONSOLE, 'no-console'],
  ['components/said.ts', CONSOLE, 'no-console'],
  ['lib/carts/said.ts', CONSOLE, 'no-console'],
  ['workers/background/said.ts', CONSOLE, 'no-console'],
  ['dev/said.ts', CONSOLE, null],
  ['lib/platform/home.ts', ENVIRONMENT, 'no-process-env'],
  ['workers/background/home.ts', ENVIRONMENT, 'no-process-env'],
  ['lib/platform/env.ts', ENVIRONMENT, null],
  ['tests/home.ts', ENVIRONMENT, null],
  ['lib/carts/any.ts', 'export const size = (x: any): number => x.size;', 'no-explicit-any'],
  ['lib/carts/ignored.ts', "// @ts-ignore\nexport const size: number = 'one';", 'ban-ts-comment'],
  ['lib/carts/later.ts', '// TODO: count\nexport const size = 0;', 'no-warning-comments'],
  [
    'lib/carts/floating.ts',
    'const save = async () => {};\nexport const close = () => {\n  save();\n};',
    'no-floating-promises',
  ],
  ['lib/carts/unused.ts', 'export function size(): void {\n  const count = 1;\n}', 'no-unused-vars'],
];

for (const [file, text] of SAMPLES) {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), `${text}\n`);
}

const { output } = lintGeneral(root, ['--format', 'unix'], 'pipe');

describe('oxlint is configured so that it', () => {
  it.each(SAMPLES)('%s: %s -> %s', (file, _text, rule) => {
    const findings = output.split('\n').filter((line) => line.startsWith(`${file}:`));
    if (rule === null) expect(findings).toEqual([]);
    else expect(findings).toContainEqual(expect.stringContaining(rule));
  });
});
