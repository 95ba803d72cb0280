import { describe, expect, test } from 'vitest';
import { safeReturnPath, signInPath } from './return-path';

describe('safeReturnPath', () => {
  test.each(['/account', '/p/blue-cup?offer=off_1#reviews', '/search?q=a%20b', '/c/home/kitchen'])(
    'goes back to %s',
    (path) => expect(safeReturnPath(path)).toBe(path),
  );

  test.each([
    'https://evil.example',
    'https:evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    '/..//evil.example',
    '/a/../..//evil.example',
    '/./\\evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'account',
    '',
    '/sign-in',
    '/sign-in?returnTo=/sign-in',
    '/sign-up',
    '/api/auth/signout',
    `/${'a'.repeat(3000)}`,
    undefined,
    null,
    ['/account'],
    { toString: () => '/account' },
  ])('never follows %j', (path) => expect(safeReturnPath(path, '/home')).toBe('/home'));
});

describe('signInPath', () => {
  test('leads back', () =>
    expect(signInPath('/orders?page=2')).toBe('/sign-in?returnTo=%2Forders%3Fpage%3D2'));
  test('does not repeat the home page', () => expect(signInPath('/')).toBe('/sign-in'));
  test('does not lead anywhere else', () => expect(signInPath('//evil.example')).toBe('/sign-in'));
});
