/** Rows as a file to be kept, sent as they are made; `name` is without its ending. */
export function csvStream(parts: AsyncGenerator<string>, name: string): Response {
  return new Response(textStream(parts), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'private, no-store',
    },
  });
}

/** Excel takes a file without this mark for one in Windows-1252. */
const BYTE_ORDER_MARK = '\u{feff}';

/** The parts as UTF-8, made as they are taken. */
function textStream(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(BYTE_ORDER_MARK)),
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => void (await parts.return(undefined)),
  });
}
