import type { Violation } from './module';
import type { SourceTree } from './source-tree';
import { placeOf } from './zones';

/** Zones whose code must never be sent to a browser. */
const SERVER_ZONES = ['db', 'platform', 'http', 'worker', 'tool'];

/** Packages that are server-only here, by weight (zod) or by nature. */
const SERVER_PACKAGES =
  /^(node:|zod$|zod\/|drizzle-orm|postgres$|pino|stripe$|sharp$|nodemailer|next\/(headers|cache|server)$)/;

/**
 * What client components and the `model.ts` doors pull in at run time must be fit for a browser: no SQL, no
 * secrets, no zod. Types are erased and may come from anywhere the zones allow; a server action is a
 * reference, so the search ends there.
 */
export function checkBrowserReach(tree: SourceTree): Violation[] {
  const violations: Violation[] = [];
  for (const entry of tree.values()) {
    const isEntry = entry.directives.includes('use client') || /^lib\/[^/]+\/model\.ts$/.test(entry.path);
    if (!isEntry || placeOf(entry.path).zone === 'test') continue;
    const found = findServerCode(tree, entry.path, new Set());
    if (found) {
      const message = `goes to browsers but reaches ${found.at(-1)} (${[entry.path, ...found].join(' -> ')})`;
      violations.push({ path: entry.path, line: 1, message });
    }
  }
  return violations;
}

/** The way to the first thing that must stay on the server, or null. */
function findServerCode(tree: SourceTree, path: string, seen: Set<string>): string[] | null {
  seen.add(path);
  for (const { specifier, target, isType } of tree.get(path)?.imports ?? []) {
    if (isType) continue;
    if (target === null) {
      if (SERVER_PACKAGES.test(specifier)) return [specifier];
      continue;
    }
    if (seen.has(target) || tree.get(target)?.directives.includes('use server')) continue;
    if (SERVER_ZONES.includes(placeOf(target).zone)) return [target];
    const further = findServerCode(tree, target, seen);
    if (further) return [target, ...further];
  }
  return null;
}
