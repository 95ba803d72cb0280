import { vi } from 'vitest';
import { requestComesWith } from './next-request';
import { sentMails } from './sent-mail';

/**
 * Loaded before every test file: what stands in for Next, where none runs, and for the post office, as if nothing had
 * happened in them yet.
 */
vi.mock('next/headers', () => import('./next-request'));
vi.mock('next/cache', () => import('./next-cache'));
vi.mock('@/lib/platform/mail', () => import('./sent-mail'));

vi.restoreAllMocks();
requestComesWith({});
sentMails.length = 0;
