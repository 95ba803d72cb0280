import { words } from '@/components/ui/words';
import { isReturnOver, MOST_PHOTOS, type ReturnParty, type ReturnView } from '@/lib/returns/model';
import { PhotoDesk, type PhotoActions } from './photo-desk';

type ShowPhotosProps<Subject> = {
  item: ReturnView;
  by: ReturnParty;
  subject: Subject;
  actions: PhotoActions<Subject>;
};

/** Where one side adds its photos, for as long as the return is not over and there are not enough of them. */
export async function ShowPhotos<Subject extends object>({
  item,
  by,
  subject,
  actions,
}: ShowPhotosProps<Subject>) {
  const own = item.photos.filter((photo) => photo.by === by);
  if (isReturnOver(item.status) || own.length >= MOST_PHOTOS) return null;
  const t = await words('returns');
  return (
    <PhotoDesk
      subject={subject}
      actions={actions}
      words={{
        add: t('photos.add'),
        hint: t('photos.hint'),
        sending: t('photos.sending'),
        interrupted: t('photos.interrupted'),
      }}
    />
  );
}
