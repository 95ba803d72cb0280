import { classNames } from '@/components/ui/class-names';
import { pictureUrl, type Picture } from '@/lib/media/model';

type FilmProps = {
  /** The address of the film. */
  film: string;
  /** What stands for it until it is played. */
  picture: Picture;
  className?: string;
};

/** A silent film that plays where its picture is, once it is asked to; nothing of it is loaded before. */
export function Film({ film, picture, className }: FilmProps) {
  return (
    <video
      src={film}
      poster={pictureUrl(picture, picture.widths.at(-1) ?? picture.width, 'webp')}
      aria-label={picture.alt}
      controls
      muted
      playsInline
      preload="none"
      className={classNames('bg-sunken object-contain', className)}
    />
  );
}
