/** Rows as a file to be kept; `name` is without its ending. */
export function csvFile(rows: string, name: string): Response {
  return new Response(rows, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'private, no-store',
    },
  });
}
