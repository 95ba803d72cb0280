import { Photo } from '@/components/media/photo';
import { IconButton } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { CircleCheck, Minus, Plus } from '@/components/ui/icons';
import type { LineToScan } from '@/lib/fulfilment/model';
import type { PartOnDevice, Scanned } from './device';
import { missing, oneLess, oneMore } from './scan';

export type LineWords = Readonly<Record<'noSku' | 'more' | 'less', string>>;

type PartLinesProps = {
  part: PartOnDevice;
  /** For a piece without a label that can be read, and for one that was put in by mistake. */
  change: (scanned: Scanned) => void;
  words: LineWords;
};

/** The pieces of an order, each with how many of it are in the box. */
export function PartLines({ part, change, words }: PartLinesProps) {
  return (
    <ul className="grid divide-y divide-line">
      {part.lines.map((line) => (
        <Line
          key={line.lineId}
          line={line}
          left={missing(part, line)}
          more={() => change(oneMore(part.scanned, line.lineId))}
          less={() => change(oneLess(part.scanned, line.lineId))}
          words={words}
        />
      ))}
    </ul>
  );
}

type LineProps = { line: LineToScan; left: number; more: () => void; less: () => void; words: LineWords };

function Line({ line, left, more, less, words }: LineProps) {
  const name = [line.title, line.variantLabel].filter(Boolean).join(', ');
  return (
    <li className={classNames('flex items-center gap-3 py-3', left === 0 && 'text-positive')}>
      <Photo picture={line.image} sizes="64px" decorative className="size-16 shrink-0 rounded-md" />
      <div className="min-w-0 flex-1">
        <p className="font-strong wrap-anywhere">{line.sellerSku || words.noSku}</p>
        <p className="line-clamp-2 text-sm">{name}</p>
      </div>
      <div className="flex shrink-0 items-center">
        <IconButton
          label={words.less.replace('{title}', name)}
          disabled={left === line.quantity}
          className="disabled:opacity-30"
          onClick={less}
        >
          <Minus aria-hidden className="size-5" />
        </IconButton>
        <span className="min-w-12 text-center text-lg font-strong tabular-nums">
          {line.quantity - left}/{line.quantity}
        </span>
        {left === 0 ? (
          <span className="grid size-11 place-items-center">
            <CircleCheck aria-hidden className="size-5" />
          </span>
        ) : (
          <IconButton label={words.more.replace('{title}', name)} onClick={more}>
            <Plus aria-hidden className="size-5" />
          </IconButton>
        )}
      </div>
    </li>
  );
}
