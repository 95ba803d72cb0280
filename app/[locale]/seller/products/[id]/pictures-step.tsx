import { PictureDesk } from '@/components/seller/picture-desk';
import type { PictureItem } from '@/components/seller/picture-list';
import { ButtonLink } from '@/components/ui/button';
import { words } from '@/components/ui/words';
import { readPictures, type Draft } from '@/lib/catalog';
import { publicId } from '@/lib/kernel/ids';
import { listUploads } from '@/lib/media';
import { MOST_FILM_SECONDS, MOST_UPLOAD_BYTES, PICTURE_FAULTS, type PictureFault } from '@/lib/media/model';
import type { Database } from '@/lib/platform/database';
import { beginFilm, beginPicture, cropPicture, finishPicture, lookAtPictures } from '../../pictures/actions';
import { saveProductPictures } from '../actions';

type PicturesStepProps = { sellerId: string; db: Database; draft: Draft; path: string };

export async function PicturesStep({ sellerId, db, draft, path }: PicturesStepProps) {
  const t = await words('listing');
  const { pictures } = draft.content;
  const faults = Object.fromEntries(
    PICTURE_FAULTS.map((fault) => [fault, t(`pictures.fault.${fault}`)]),
  ) as Record<PictureFault, string>;
  const megabytes = MOST_UPLOAD_BYTES / 1024 / 1024;
  return (
    <div className="grid gap-6">
      <p className="max-w-text text-muted">{t('pictures.lead')}</p>
      <PictureDesk
        productId={publicId('prd', draft.productId)}
        version={draft.version}
        initial={await itemsOf(db, sellerId, pictures, faults)}
        actions={{
          begin: beginPicture,
          beginFilm,
          finish: finishPicture,
          crop: cropPicture,
          look: lookAtPictures,
          save: saveProductPictures,
        }}
        faults={{ ...faults, interrupted: t('pictures.fault.interrupted') }}
        words={{
          add: t('pictures.add'),
          addHint: t('pictures.addHint', { megabytes, seconds: MOST_FILM_SECONDS }),
          drop: t('pictures.drop'),
          saved: t('pictures.saved'),
          saving: t('pictures.saving'),
          uploading: t('pictures.uploading'),
          making: t('pictures.making'),
          first: t('pictures.first'),
          film: t('pictures.film'),
          earlier: t('pictures.earlier'),
          later: t('pictures.later'),
          remove: t('pictures.remove'),
          crop: t('pictures.crop'),
          whole: t('pictures.whole'),
          cropLead: t('pictures.cropLead'),
          cropWhere: t('pictures.cropWhere'),
          cropDone: t('pictures.cropDone'),
          cancel: t('pictures.cancel'),
          alt: t('pictures.alt'),
          altHint: t('pictures.altHint'),
        }}
      />
      <ButtonLink href={`${path}?step=check`} variant="primary" className="justify-self-start">
        {t('pictures.next')}
      </ButtonLink>
    </div>
  );
}

/** Own uploads as they stand; what the product showed before it was this seller's to upload, as it is. */
async function itemsOf(
  db: Database,
  sellerId: string,
  pictures: Draft['content']['pictures'],
  faults: Readonly<Record<PictureFault, string>>,
): Promise<PictureItem[]> {
  const uploads = await listUploads(
    db,
    sellerId,
    pictures.map(({ assetId }) => assetId),
  );
  return Promise.all(
    pictures.map(async (each) => {
      const upload = uploads.find(({ assetId }) => assetId === each.assetId);
      const [known] = upload ? [] : await readPictures(db, [each]);
      const status = upload?.status ?? 'ready';
      return {
        key: each.assetId,
        assetId: publicId('med', each.assetId),
        alt: each.alt,
        status: status === 'expected' ? ('failed' as const) : status,
        percent: 100,
        fault: status === 'expected' ? faults.lost : upload?.fault ? faults[upload.fault] : '',
        picture: upload ? upload.picture : (known ?? null),
        hasFilm: upload ? upload.hasFilm : known?.film !== undefined,
        preview: null,
        square: upload?.square ?? null,
        own: upload !== undefined,
      };
    }),
  );
}
