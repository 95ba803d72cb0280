import { posix } from 'node:path';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { parseXml } from './parse-xml';

/** What a workbook may unpack to. A sheet of 200,000 rows stays far below. */
const MOST_BYTES = 256 * 1024 * 1024;
/** Of these, the texts that cells share: they are held in memory. */
const MOST_TEXT_BYTES = 64 * 1024 * 1024;

/** Why a workbook cannot be read. Thrown, since it may show only in the middle of it. */
export class UnreadableWorkbook extends Error {
  constructor(
    readonly reason: 'workbook_broken' | 'workbook_too_large',
    cause?: unknown,
  ) {
    super(reason, { cause });
  }
}

/** The two parts of a workbook that say what stands in its first visible sheet. */
export type OpenWorkbook = {
  readonly sheet: AsyncIterable<Buffer>;
  readonly sharedTexts: AsyncIterable<Buffer>;
};

/**
 * Opens an XLSX file (ECMA-376, part 1, 18.2, and part 2). What its parts unpack to is known before the first is
 * unpacked, and a part that says less than it holds ends with an error: no file of a few bytes fills memory or time.
 */
export async function openWorkbook(file: Buffer): Promise<OpenWorkbook> {
  const zip = await fromBufferPromise(file, { autoClose: false, lazyEntries: true });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  const part = (name: string, most: number) => readPart(zip, entries.get(name), most);

  const [first] = await collect<string>(part('xl/workbook.xml', MOST_TEXT_BYTES), (emit) => ({
    open: (name, { id, state }) => {
      if (name === 'sheet' && id !== undefined && (state ?? 'visible') === 'visible') emit(id);
    },
  }));
  const relations = await collect<Relation>(part('xl/_rels/workbook.xml.rels', MOST_TEXT_BYTES), (emit) => ({
    open: (name, { Id: id = '', Type: type = '', Target: target = '' }) => {
      if (name === 'Relationship') emit({ id, type, path: posix.resolve('/xl', target).slice(1) });
    },
  }));
  const sheet = relations.find(({ id }) => id === first);
  if (!sheet) throw new Error('The workbook has no sheet.');
  const texts = relations.find(({ type }) => type.endsWith('/sharedStrings'));
  return {
    sheet: part(sheet.path, MOST_BYTES),
    sharedTexts: texts ? part(texts.path, MOST_TEXT_BYTES) : nothing(),
  };
}

type Relation = { readonly id: string; readonly type: string; readonly path: string };

async function* readPart(zip: ZipFile, entry: Entry | undefined, most: number): AsyncGenerator<Buffer> {
  if (!entry) throw new Error('A part of the workbook is missing.');
  if (entry.uncompressedSize > most) throw new UnreadableWorkbook('workbook_too_large');
  yield* await zip.openReadStreamPromise(entry);
}

/** A workbook whose cells share no texts. */
async function* nothing(): AsyncGenerator<Buffer> {
  yield Buffer.from('<sst/>');
}

/** Everything a small document's listener emits. */
export async function collect<T>(...document: Parameters<typeof parseXml<T>>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of parseXml(...document)) items.push(item);
  return items;
}
