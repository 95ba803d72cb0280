import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The shop's own pages as they were captured, fully static: the limit of what Next can serve of that size. */
const CAPTURED = process.env.REFERENCE_PAGES ?? '';

export const dynamicParams = false;

export function generateStaticParams() {
  return readdirSync(CAPTURED).map((page) => ({ page }));
}

export default async function Page({ params }: { params: Promise<{ page: string }> }) {
  const { page } = await params;
  return <div dangerouslySetInnerHTML={{ __html: readFileSync(path.join(CAPTURED, page), 'utf8') }} />;
}
