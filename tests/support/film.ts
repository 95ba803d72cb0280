import { BufferTarget, EncodedPacket, EncodedVideoPacketSource, Mp4OutputFormat, Output } from 'mediabunny';

/** A decoder's configuration as a camera writes it: baseline profile, 320 by 240 pixels. */
const AVC_CONFIG = Buffer.from('0142c01effe1000b6742c01e95a0507c80000101000468ce3c80', 'hex');

type FilmOptions = {
  readonly seconds?: number;
  readonly codec?: 'avc' | 'vp9';
  /** What its camera writes about where it was taken. */
  readonly comment?: string;
};

/** An MP4 film of as many seconds, one picture each: right as a container, with pictures that nobody decodes. */
export async function film({ seconds = 3, codec = 'avc', comment = '' }: FilmOptions = {}): Promise<Buffer> {
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target });
  const pictures = new EncodedVideoPacketSource(codec);
  output.addVideoTrack(pictures, { frameRate: 1 });
  if (comment) output.setMetadataTags({ comment });
  await output.start();
  for (let second = 0; second < seconds; second++) {
    const data = Buffer.from(codec === 'avc' ? '0000000465888401' : '82498342000f', 'hex');
    await pictures.add(new EncodedPacket(data, 'key', second, 1), {
      decoderConfig: {
        codec: codec === 'avc' ? 'avc1.42c01e' : 'vp09.00.10.08',
        codedWidth: 320,
        codedHeight: 240,
        ...(codec === 'avc' ? { description: AVC_CONFIG } : {}),
      },
    });
  }
  await output.finalize();
  return Buffer.from(target.buffer!);
}
