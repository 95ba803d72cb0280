import { collect, openWorkbook, UnreadableWorkbook } from './open-workbook';
import { parseXml, type XmlListener } from './parse-xml';

export { UnreadableWorkbook };

/** Cells from the left, without gaps; a broken row says more than a row may, and its cells are left out. */
export type WorkbookRow = { readonly cells: readonly string[]; readonly isBroken: boolean };

const MOST_COLUMNS = 256;
/** As much as a record of a CSV file may say. */
const MOST_ROW_LENGTH = 64 * 1024;

const ZIP = Buffer.from('PK\u{3}\u{4}');
/** Workbooks of before 2007, and those with a password. */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

export function isWorkbook(file: Buffer): boolean {
  return [ZIP, COMPOUND_FILE].some((mark) => file.subarray(0, mark.length).equals(mark));
}

/**
 * The rows of the first visible sheet that are not empty, as they are unpacked: memory holds one piece and the texts
 * that cells share. Formulas count as what they last came to. Throws `UnreadableWorkbook`, also in the middle.
 */
export async function* readWorkbook(file: Buffer): AsyncGenerator<WorkbookRow> {
  try {
    const { sheet, sharedTexts } = await openWorkbook(file);
    const texts = await collect<string>(sharedTexts, sharedTextListener);
    yield* parseXml<WorkbookRow>(sheet, (emit) => rowListener(texts, emit));
  } catch (error) {
    throw error instanceof UnreadableWorkbook ? error : new UnreadableWorkbook('workbook_broken', error);
  }
}

/** What stands between `<t>` or `<v>` counts, save for how it is to be pronounced. */
function textCollector() {
  let text = '';
  let isTaken = false;
  let isPhonetic = false;
  return {
    begin: () => void (text = ''),
    end: () => text,
    open(name: string) {
      if (name === 'rPh') isPhonetic = true;
      else isTaken = (name === 't' || name === 'v') && !isPhonetic;
    },
    text(part: string) {
      if (isTaken) text += part;
    },
    close(name: string) {
      isTaken = false;
      if (name === 'rPh') isPhonetic = false;
    },
  };
}

function sharedTextListener(emit: (text: string) => void): XmlListener {
  const collector = textCollector();
  return {
    open(name) {
      if (name === 'si') collector.begin();
      collector.open(name);
    },
    text: collector.text,
    close(name) {
      collector.close(name);
      if (name === 'si') emit(collector.end());
    },
  };
}

function rowListener(texts: readonly string[], emit: (row: WorkbookRow) => void): XmlListener {
  const collector = textCollector();
  let cells: string[] = [];
  let length = 0;
  let column = -1;
  let kind = 'n';
  return {
    open(name, { r: place, t: type }) {
      if (name === 'row') [cells, length, column] = [[], 0, -1];
      if (name === 'c') {
        [column, kind] = [place === undefined ? column + 1 : columnOf(place), type ?? 'n'];
        collector.begin();
      }
      collector.open(name);
    },
    text: collector.text,
    close(name) {
      collector.close(name);
      if (name === 'c' && column < MOST_COLUMNS) {
        const value = valueOf(kind, collector.end(), texts);
        length += value.length;
        while (cells.length < column) cells.push('');
        if (length <= MOST_ROW_LENGTH) cells[column] = value;
      }
      if (name !== 'row' || length === 0) return;
      emit(length > MOST_ROW_LENGTH ? { cells: [], isBroken: true } : { cells, isBroken: false });
    },
  };
}

/** `B7` -> 1 */
function columnOf(place: string): number {
  const letters = /^[A-Z]{1,3}/.exec(place)?.[0];
  if (letters === undefined) throw new Error('A cell is nowhere.');
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function valueOf(kind: string, written: string, texts: readonly string[]): string {
  if (written === '') return '';
  if (kind === 'n') return asShown(written);
  if (kind === 'b') return written === '1' ? 'true' : 'false';
  if (kind !== 's') return written;
  const text = texts[Number(written)];
  if (text === undefined) throw new Error('A text is missing.');
  return text;
}

/** Spreadsheets keep 17 digits and show 15: 4.35 is written 4.3499999999999996. */
function asShown(written: string): string {
  const number = Number(written);
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : written;
}
