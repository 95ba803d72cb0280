import { expect, it } from 'vitest';
import { changePictures, keptPictures, type PictureItem } from './picture-list';

const item = (key: string, changes: Partial<PictureItem> = {}): PictureItem => ({
  key,
  assetId: `med_${key}`,
  alt: '',
  status: 'ready',
  percent: 100,
  fault: '',
  picture: null,
  hasFilm: false,
  preview: null,
  square: null,
  own: true,
  ...changes,
});
const items = [item('a'), item('b'), item('c')];
const order = (list: readonly PictureItem[]) => list.map(({ key }) => key).join('');

it.each([
  ['a', 2, 'bca'],
  ['c', 0, 'cab'],
  ['b', 1, 'abc'],
  ['a', 99, 'bca'],
  ['x', 0, 'abc'],
])('%s moved to place %i gives %s', (key, to, expected) => {
  expect(order(changePictures(items, { kind: 'move', key, to }))).toBe(expected);
});

it('one is set or removed and the others stay', () => {
  expect(changePictures(items, { kind: 'set', key: 'b', item: { alt: 'B' } })[1]).toMatchObject({
    key: 'b',
    alt: 'B',
  });
  expect(order(changePictures(items, { kind: 'remove', key: 'b' }))).toBe('ac');
});

it('only what arrived is kept, in its order', () => {
  const mixed = [
    item('a', { status: 'uploading' }),
    item('b', { status: 'pending', alt: 'B' }),
    item('c', { status: 'failed' }),
    item('d', { assetId: null }),
    item('e'),
  ];
  expect(keptPictures(mixed)).toEqual([
    { assetId: 'med_b', alt: 'B' },
    { assetId: 'med_e', alt: '' },
  ]);
});
