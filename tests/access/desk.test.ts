import { describe, expect, it } from 'vitest';
import { DESK } from '@/lib/http';
import team from '@/lib/i18n/messages/en/team.json' with { type: 'json' };
import { callables } from './callables';

const rights: readonly unknown[] = Object.values(DESK);

const ofDesks = (await callables()).filter(
  ({ where }) => where.startsWith('/app/[locale]/seller/') || where.startsWith('/app/api/seller/'),
);

const pages: Record<string, string> = import.meta.glob('/app/**/seller/**/page.tsx', {
  query: '?raw',
  import: 'default',
  eager: true,
});

describe('everything at a seller’s desk says which of its rights it asks for', () => {
  it.each(ofDesks)('$declaration.name ($where)', ({ declaration }) => {
    expect(rights).toContain(declaration.policy);
  });

  it.each(ofDesks.filter(({ declaration }) => declaration.isLogged))(
    '$declaration.name has words in the log of the desk',
    ({ declaration: { name } }) => {
      expect(Object.keys(team.did)).toContain(name.replace('seller.', ''));
    },
  );

  it.each(Object.entries(pages))('%s', (_file, source) => {
    expect(source).toMatch(/await requirePage\(\s*DESK\.\w+,/);
  });
});
