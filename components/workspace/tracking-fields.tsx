import { TextField } from '@/components/ui/field';
import type { FormAnswer } from './form-answer';

export type TrackingWords = Readonly<
  Record<'trackingNumber' | 'trackingHint' | 'carrier' | 'carrierHint', string> & { optional?: string }
>;

type TrackingFieldsProps = { answer: FormAnswer; carriers: readonly string[]; words: TrackingWords };

/** With whom a parcel goes, and under which number. */
export function TrackingFields({ answer, carriers, words }: TrackingFieldsProps) {
  return (
    <>
      <TextField
        {...answer.field('trackingNumber')}
        label={words.trackingNumber}
        optional={words.optional}
        hint={words.trackingHint}
        autoComplete="off"
        autoCapitalize="characters"
      />
      <TextField
        {...answer.field('carrier')}
        label={words.carrier}
        optional={words.optional}
        hint={words.carrierHint}
        list="carriers"
      />
      <datalist id="carriers">
        {carriers.map((carrier) => (
          <option key={carrier}>{carrier}</option>
        ))}
      </datalist>
    </>
  );
}
