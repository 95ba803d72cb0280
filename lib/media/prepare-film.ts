import {
  BufferSource,
  BufferTarget,
  Conversion,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
  QTFF,
  type InputVideoTrack,
} from 'mediabunny';
import { MOST_FILM_SECONDS, type PictureFault } from './model';

/** H.264, which every browser plays; nothing else is shown, since nothing here could turn it into this. */
const PLAYED = 'avc';

/** Tracks end at different moments; what ends sooner than this before its end was broken off. */
const MOST_LOST_SECONDS = 0.5;

/** An upload as it is played, or why it cannot be: told to its owner, long after it was sent. */
export type PreparedFilm =
  | { readonly content: Buffer; readonly width: number; readonly height: number; readonly fault: null }
  | { readonly fault: PictureFault };

/**
 * An uploaded film packed anew: its pictures as they are, without sound (whose words and music nobody could vouch for) and
 * without anything else its camera wrote into it, as where it was taken; the beginning first, so that it plays while it
 * comes. The content itself says what it is. Refuses what is no MP4 or QuickTime film, is broken off, is longer than `MOST_FILM_SECONDS` or is not in H.264.
 */
export async function prepareFilm(original: Uint8Array): Promise<PreparedFilm> {
  const input = new Input({ source: new BufferSource(original), formats: [MP4, QTFF] });
  try {
    if (!(await input.canRead())) return { fault: 'not_a_film' };
    const track = await input.getPrimaryVideoTrack();
    if (!track) return { fault: 'not_a_film' };
    if (track.codec !== PLAYED) return { fault: 'film_unplayable' };
    const seconds = await input.computeDuration();
    if (seconds > MOST_FILM_SECONDS) return { fault: 'film_too_long' };
    const content = await packAnew(input, track);
    if (!content) return { fault: 'film_unplayable' };
    if ((await secondsOf(content)) < seconds - MOST_LOST_SECONDS) return { fault: 'damaged' };
    return { content, width: track.displayWidth, height: track.displayHeight, fault: null };
  } catch {
    return { fault: 'damaged' };
  } finally {
    input.dispose();
  }
}

/** None for a film in which there is nothing. */
async function secondsOf(content: Uint8Array): Promise<number> {
  const film = new Input({ source: new BufferSource(content), formats: [MP4] });
  try {
    return await film.computeDuration();
  } finally {
    film.dispose();
  }
}

/** Null when its pictures could only be kept by making them anew. */
async function packAnew(input: Input, shown: InputVideoTrack): Promise<Buffer | null> {
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target });
  const conversion = await Conversion.init({
    input,
    output,
    tags: {},
    video: (track) => (track.id === shown.id ? {} : { discard: true }),
    audio: { discard: true },
  });
  if (!conversion.isValid) return null;
  await conversion.execute();
  return target.buffer && Buffer.from(target.buffer);
}
