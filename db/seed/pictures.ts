import { setPriority } from 'node:os';
import { pagesShowing } from '@/lib/catalog';
import { connect } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { announceOutdatedPages } from '@/lib/platform/outdated-pages';
import { projectListings } from '@/lib/search';
import { drawPictures, listUndrawn, productsOfPictures } from './write/draw-pictures';

/**
 * `tsx db/seed/pictures.ts`: draws the demo pictures that were left for later, while the shop is open, and shows
 * them as they come. Can be stopped at any time; the next start goes on where it ended.
 */
const BATCH = 24;

// Whoever is shopping comes first.
setPriority(10);

const environment = env();
if (!environment.SOUK_DEMO) throw new Error('Demo pictures are only for a local stack (SOUK_DEMO=1)');
const connection = connect(environment.DATABASE_OWNER_URL ?? environment.DATABASE_URL, {
  max: 2,
  applicationName: 'souk-pictures',
});
const { db } = connection;
let drawn = 0;
for (let assets = await listUndrawn(db, BATCH); assets.length > 0; assets = await listUndrawn(db, BATCH)) {
  await drawPictures(db, assets, 1);
  const productIds = await productsOfPictures(
    db,
    assets.map(({ id }) => id),
  );
  await projectListings(db, productIds);
  await announceOutdatedPages(db, await pagesShowing(db, productIds));
  drawn += assets.length;
  console.log(`${drawn} demo pictures drawn`);
}
await connection.close();
