import postgres from 'postgres';
import { afterAll } from 'vitest';
import { stopListening } from '@/lib/platform/notify';

/** `listen()` of lib/platform hears this test file's database. Call it once at the top. */
export function hearing(url: string): void {
  const sql = postgres(url, { max: 1, idle_timeout: 0, onnotice: () => {} });
  (globalThis as typeof globalThis & { soukListener?: unknown }).soukListener = { sql, channels: new Map() };
  afterAll(stopListening);
}
