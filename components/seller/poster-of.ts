'use client';

/** Where the picture is taken that stands for a film: often black at the very start. In seconds, or the middle of less. */
const AFTER_SECONDS = 1;

const QUALITY = 0.9;

/** A picture of what a chosen film shows; null when this browser cannot play it. */
export async function posterOf(film: File): Promise<Blob | null> {
  const address = URL.createObjectURL(film);
  try {
    const video = await openedAt(address);
    const canvas = document.createElement('canvas');
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    canvas.getContext('2d')?.drawImage(video, 0, 0);
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function openedAt(address: string): Promise<HTMLVideoElement> {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.preload = 'auto';
  return new Promise((resolve, reject) => {
    video.addEventListener('error', reject, { once: true });
    video.addEventListener('seeked', () => resolve(video), { once: true });
    video.addEventListener(
      'loadeddata',
      () => {
        video.currentTime = Math.min(AFTER_SECONDS, video.duration / 2);
      },
      { once: true },
    );
    video.src = address;
    video.load();
  });
}
