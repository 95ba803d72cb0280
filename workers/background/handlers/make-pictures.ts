import { makeImportedPicture, MAKE_PICTURES, picturesAskedFor, type PictureOrigins } from '@/lib/media';
import { isPublicAddress } from '@/lib/platform/public-address';
import { privateStorage, storage } from '@/lib/platform/storage';
import { productsOfPictures } from '@/lib/search';
import { showProducts } from '../show-products';
import { job, type Work } from '../work';

/** The pictures that sellers upload, and those that imports name, from wherever on the public internet they are. */
export const makePicturesWork = makePicturesFrom(() => ({
  storage: storage(),
  uploads: privateStorage(),
  mayReach: isPublicAddress,
}));

/** Makes pictures one after the other, so that few originals are in memory; one that is away delays no other. */
export function makePicturesFrom(origins: () => PictureOrigins): Work {
  return job(MAKE_PICTURES, picturesAskedFor, async ({ assetIds }, { db, isLastAttempt }) => {
    const unmade: unknown[] = [];
    for (const assetId of assetIds) {
      await makeImportedPicture(db, origins(), { assetId, isLastAttempt }).catch((error: unknown) =>
        unmade.push(error),
      );
    }
    await showProducts(await productsOfPictures(db, assetIds), { db });
    if (unmade.length > 0) throw unmade[0];
  });
}
