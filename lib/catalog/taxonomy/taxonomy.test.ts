import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { importMapping } from '../import/mapping';
import { TAXONOMY, taxonomySchema } from './taxonomy';

const paths = TAXONOMY.map((category) => category.path);

test('every category stands once, after the one it is in', () => {
  expect(new Set(paths).size).toBe(paths.length);
  for (const [index, each] of paths.entries()) {
    const parent = each.split('/').slice(0, -1).join('/');
    if (parent) expect(paths.slice(0, index), each).toContain(parent);
  }
});

test('every department has attributes to narrow by', () => {
  for (const each of paths.filter((department) => !department.includes('/'))) {
    expect(taxonomySchema(each)?.attributes.length, each).toBeGreaterThan(0);
  }
});

const MAPPINGS = path.join(import.meta.dirname, '../../../workers/import/mappings');

test.each(readdirSync(MAPPINGS))('mapping %s is valid and names categories there are', (file) => {
  const { category } = importMapping.parse(JSON.parse(readFileSync(path.join(MAPPINGS, file), 'utf8')));
  const named =
    category.kind === 'fixed'
      ? [category.path]
      : category.kind === 'table'
        ? Object.values(category.paths)
        : [category.otherwise, ...Object.values(category.departments?.paths ?? {})];
  for (const each of named) expect(paths).toContain(each);
});
