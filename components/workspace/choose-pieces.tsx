import { QuantityStepper } from '@/components/ui/quantity-stepper';

/** A line of which pieces can be chosen. */
export type ChoosableLine = {
  readonly lineId: string;
  readonly title: string;
  readonly most: number;
  /** Names the stepper of this line: `Pieces of …`. */
  readonly quantityLabel: string;
};

type ChoosePiecesProps = {
  lines: readonly ChoosableLine[];
  /** All there are, or none, until somebody chooses. */
  initially: 'all' | 'none';
  words: { readonly legend: string; readonly less: string; readonly more: string };
};

/** How many of which line: sent as `lines.<line id>`. */
export function ChoosePieces({ lines, initially, words }: ChoosePiecesProps) {
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1.5 text-sm font-strong">{words.legend}</legend>
      {lines.map((line) => (
        <div key={line.lineId} className="flex items-center justify-between gap-3">
          <p className="line-clamp-2 min-w-0 text-sm">{line.title}</p>
          <QuantityStepper
            key={line.most}
            name={`lines.${line.lineId}`}
            min={0}
            max={line.most}
            initial={initially === 'all' ? line.most : 0}
            labels={{ quantity: line.quantityLabel, less: words.less, more: words.more }}
          />
        </div>
      ))}
    </fieldset>
  );
}
