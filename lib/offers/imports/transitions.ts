import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { ImportStatus } from './model';

export type ImportEvent =
  'arrive' | 'fail' | 'ask' | 'map' | 'check' | 'apply' | 'finish' | 'undo' | 'restore';

/** state × event -> state. Nothing is changed that was not shown before, and what was changed is undone once. */
export const IMPORT_TRANSITIONS: Readonly<Record<ImportStatus, Partial<Record<ImportEvent, ImportStatus>>>> =
  {
    expected: { arrive: 'checking' },
    checking: { fail: 'failed', ask: 'unmapped', check: 'checked' },
    unmapped: { map: 'checking' },
    checked: { map: 'checking', apply: 'applying' },
    applying: { finish: 'applied' },
    applied: { undo: 'undoing' },
    undoing: { restore: 'undone' },
    undone: {},
    failed: {},
  };

export function nextImportStatus(
  status: ImportStatus,
  event: ImportEvent,
): Result<ImportStatus, 'illegal_transition'> {
  const next = IMPORT_TRANSITIONS[status][event];
  return next ? ok(next) : refuse('illegal_transition', { status, event });
}
