import { describe, expect, it } from 'vitest';
import { IMPORT_STATUSES, type ImportStatus } from './model';
import { nextImportStatus, type ImportEvent } from './transitions';

const EVENTS: readonly ImportEvent[] = [
  'arrive',
  'fail',
  'ask',
  'map',
  'check',
  'apply',
  'finish',
  'undo',
  'restore',
];

/** Written down apart from the table, which is what is tested. */
const LEGAL: Readonly<Record<ImportStatus, readonly string[]>> = {
  expected: ['arrive checking'],
  checking: ['fail failed', 'ask unmapped', 'check checked'],
  unmapped: ['map checking'],
  checked: ['map checking', 'apply applying'],
  applying: ['finish applied'],
  applied: ['undo undoing'],
  undoing: ['restore undone'],
  undone: [],
  failed: [],
};

describe.each(IMPORT_STATUSES)('an import that is %s', (status) => {
  it.each(EVENTS)('and asked to %s goes where the table says, or is refused', (event) => {
    const wanted = LEGAL[status].find((cell) => cell.startsWith(`${event} `))?.split(' ')[1];
    const next = nextImportStatus(status, event);
    if (wanted) expect(next).toEqual({ ok: true, value: wanted });
    else expect(next).toMatchObject({ ok: false, error: 'illegal_transition' });
  });
});
