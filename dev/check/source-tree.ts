import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseModule, type Module } from './module';

/** Never looked into: what is installed, built or generated. */
const OUTSIDE = new Set(['node_modules', '.next', '.souk', '.git', 'public', 'screenshots', 'test-results']);

/** Every module of the checkout, by its path from the root with forward slashes. */
export type SourceTree = ReadonlyMap<string, Module>;

export function readSourceTree(root: string): SourceTree {
  return parseTree(listSources(root).map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));
}

/** Parses modules that exist on paper only, too: the tests of the rules are made of them. */
export function parseTree(sources: Iterable<readonly [path: string, text: string]>): SourceTree {
  const texts = new Map(sources);
  const exists = (file: string) => texts.has(file);
  return new Map([...texts].map(([file, text]) => [file, parseModule(file, text, exists)]));
}

function listSources(root: string, folder = ''): string[] {
  return readdirSync(path.join(root, folder)).flatMap((name) => {
    if (OUTSIDE.has(name)) return [];
    const file = folder ? `${folder}/${name}` : name;
    if (statSync(path.join(root, file)).isDirectory()) return listSources(root, file);
    return /\.(ts|tsx)$/.test(name) && !name.endsWith('.d.ts') ? [file] : [];
  });
}
