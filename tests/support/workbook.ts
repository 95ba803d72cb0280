import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** An XLSX file of one sheet, its rows and shared texts given as they stand in it. */
export function workbook(sheetData: string, sharedTexts = '', before = ''): Promise<Buffer> {
  return zipOf({
    'xl/workbook.xml': `<workbook xmlns:r="${RELATIONS}"><sheets><sheet name="Old" sheetId="1" state="hidden" r:id="rId9"/><sheet name="Offers" sheetId="2" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${before}<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst>${sharedTexts}</sst>`,
  });
}

function zipOf(parts: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return buffer(zip.outputStream);
}

/** The same file, saying that a part unpacks to another number of bytes. */
export function withDeclaredSize(file: Buffer, part: string, bytes: number): Buffer {
  const changed = Buffer.from(file);
  const name = changed.lastIndexOf(part);
  // The name follows 46 bytes of the entry in the central directory; the size stands at its 24th.
  changed.writeUInt32LE(bytes, name - 46 + 24);
  return changed;
}
