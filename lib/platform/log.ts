import { AsyncLocalStorage } from 'node:async_hooks';
import pino from 'pino';
import { env } from './env';

/**
 * Structured logs, one JSON object a line. Whatever runs inside `withRequestId` carries that id, from the
 * browser's request through the job it caused. Secrets never reach a line: the known places are redacted.
 */
const requestIds = new AsyncLocalStorage<string>();

export const log = pino({
  level: env().LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
  mixin: () => {
    const requestId = requestIds.getStore();
    return requestId ? { requestId } : {};
  },
  redact: {
    paths: [
      'password',
      'token',
      'secret',
      'authorization',
      'cookie',
      '*.password',
      '*.token',
      '*.secret',
      '*.authorization',
      '*.cookie',
    ],
    censor: '[redacted]',
  },
});

export function withRequestId<T>(requestId: string, run: () => T): T {
  return requestIds.run(requestId, run);
}

export function currentRequestId(): string | undefined {
  return requestIds.getStore();
}
