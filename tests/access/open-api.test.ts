import { expect, test } from 'vitest';
import { openApiDocument, type PlacedOperation } from '@/dev/open-api/document';
import { apiOperationOf } from '@/lib/http';
import { callables } from './callables';

const operations = (await callables()).flatMap(({ where, method, callable }): PlacedOperation[] => {
  const operation = apiOperationOf(callable);
  return operation ? [{ file: where.slice(0, where.lastIndexOf(' ')), method, operation }] : [];
});

/** `npm run api:document` writes it anew. */
test('the document of the API says what its routes do', async () => {
  expect(operations.length).toBeGreaterThan(0);
  const document = `${JSON.stringify(openApiDocument(operations), null, 2)}\n`;
  await expect(document).toMatchFileSnapshot('../../public/openapi.json');
});

test('everything under /api/v1 is made for programs, and nothing else is', async () => {
  const versioned = (await callables()).filter(({ where }) => where.startsWith('/app/api/v1/'));
  expect(versioned.map(({ where }) => where).toSorted()).toEqual(
    operations.map(({ file, method }) => `${file} ${method}`).toSorted(),
  );
});
