import { SaxesParser } from 'saxes';

/** What is told of an XML document while it is read; names come without their namespace's prefix. */
export type XmlListener = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
};

/** No text of a spreadsheet is half as long. */
const MOST_WITHOUT_MARKUP = 1024 * 1024;

/**
 * Reads a document in UTF-8 as it comes in, and yields what its listener emits. Throws where it is not well-formed,
 * declares entities of its own, or holds back so much in one piece that it would fill the memory.
 */
export async function* parseXml<T>(
  parts: AsyncIterable<Buffer>,
  listenerFor: (emit: (item: T) => void) => XmlListener,
): AsyncGenerator<T> {
  let emitted: T[] = [];
  let unheard = 0;
  const parser = parserFor(
    listenerFor((item) => void emitted.push(item)),
    () => void (unheard = 0),
  );
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const part of parts) {
    unheard += part.byteLength;
    parser.write(decoder.decode(part, { stream: true }));
    if (unheard > MOST_WITHOUT_MARKUP) throw new Error('A piece of the document is too long.');
    yield* emitted;
    emitted = [];
  }
  parser.write(decoder.decode()).close();
  yield* emitted;
}

function parserFor(listener: XmlListener, heard: () => void): SaxesParser {
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw new Error('The document has a type declaration.');
  });
  parser.on('opentag', ({ name, attributes }) => {
    heard();
    const plain = Object.entries(attributes).map(([key, value]) => [withoutPrefix(key), value]);
    listener.open?.(withoutPrefix(name), Object.fromEntries(plain));
  });
  parser.on('text', (text) => {
    heard();
    listener.text?.(text);
  });
  parser.on('closetag', ({ name }) => {
    heard();
    listener.close?.(withoutPrefix(name));
  });
  return parser;
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
