import { DEMO_LOGINS } from '@/lib/identity/demo-logins';
import type { ServiceLine } from './services';
import type { Stack } from './stack';

/** The one table a person sees after a start: what runs where, and how to sign in. */
export function describeStack(
  stack: Pick<Stack, 'appUrl' | 'services' | 'demo'>,
  { logs, seconds }: { logs: string; seconds: number },
): string {
  const { appUrl } = stack;
  const lines: ServiceLine[] = [
    { name: 'Shop', where: appUrl },
    { name: 'Sellers', where: `${appUrl}/seller` },
    { name: 'Operators', where: `${appUrl}/admin` },
    ...stack.services,
    { name: 'Logs', where: logs },
  ];
  const width = Math.max(...lines.map(({ name }) => name.length)) + 3;
  const table = lines.map(({ name, where }) => `  ${name.padEnd(width)}${where}`);
  const logins = [
    '',
    `  ${'Sign in as'.padEnd(width)}${DEMO_LOGINS.map(({ email }) => email).join(', ')}`,
    `  ${'Password'.padEnd(width)}${DEMO_LOGINS[0].password}`,
  ];
  return [
    '',
    `  Souk is ready (${seconds.toFixed(1)} s). Ctrl-C stops all of it.`,
    '',
    ...table,
    ...(stack.demo ? logins : []),
    '',
  ].join('\n');
}
