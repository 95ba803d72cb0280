import { Film } from '@/components/media/film';
import { Photo } from '@/components/media/photo';
import { Card } from '@/components/ui/card';
import { words } from '@/components/ui/words';
import type { DraftReview } from '@/lib/catalog/model';
import type { GalleryPicture } from '@/lib/media/model';

/** How a product would change, field by field: what it says and, where it said something else, what it said. */
export async function DraftChanges({ review }: { review: DraftReview }) {
  const t = await words('listing');
  const { changes, picturesBefore, picturesAfter } = review;
  const sameOf = (pictures: readonly GalleryPicture[]) =>
    pictures.map(({ base, alt, film }) => `${base} ${alt} ${film}`).join();
  const picturesChange = sameOf(picturesBefore) !== sameOf(picturesAfter);
  return (
    <Card className="grid gap-4 p-4">
      <h2 className="text-lg">{t('changes.heading')}</h2>
      {changes.length === 0 && !picturesChange && <p className="text-muted">{t('changes.none')}</p>}
      <dl className="grid gap-4">
        {changes.map(({ field, label, before, after }, index) => (
          <div key={index} className="grid gap-1">
            <dt className="text-sm text-muted">{label || t(`changes.${field}`)}</dt>
            {before && (
              <dd className="whitespace-pre-line text-muted">
                <del>{before}</del>
              </dd>
            )}
            <dd className="whitespace-pre-line break-words">{after || t('changes.nothing')}</dd>
          </div>
        ))}
      </dl>
      {picturesChange && (
        <div className="grid gap-2">
          <h3 className="text-sm font-regular text-muted">{t('changes.pictures')}</h3>
          {picturesBefore.length > 0 && (
            <div className="opacity-50">
              <Thumbnails pictures={picturesBefore} />
            </div>
          )}
          <Thumbnails pictures={picturesAfter} />
        </div>
      )}
    </Card>
  );
}

function Thumbnails({ pictures }: { pictures: readonly GalleryPicture[] }) {
  return (
    <ul className="flex flex-wrap gap-2">
      {pictures.map((picture) => (
        <li key={picture.base}>
          {picture.film ? (
            <Film film={picture.film} picture={picture} className="h-48 rounded-md" />
          ) : (
            <Photo picture={picture} sizes="96px" className="size-24 rounded-md" />
          )}
        </li>
      ))}
    </ul>
  );
}
