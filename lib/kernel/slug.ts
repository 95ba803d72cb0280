/** A name as it stands in an address: `Käse & Co.` becomes `kase-co`. Empty when nothing of it can. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
}

/** What ends an address of ours: names as above, at times with a few digits to tell two of them apart. */
const SLUG = /^[a-z0-9-]{1,160}$/;

export function isSlug(text: string): boolean {
  return SLUG.test(text);
}
