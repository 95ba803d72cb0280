import { Trash2 } from '@/components/ui/desk-icons';
import { Bookmark, CircleAlert, Undo2 } from '@/components/ui/icons';
import { Photo } from '@/components/media/photo';
import { classNames } from '@/components/ui/class-names';
import { Link } from '@/components/ui/link';
import { Price } from '@/components/ui/price';
import { currentLocale, words } from '@/components/ui/words';
import { MAX_LINE_QUANTITY, type CartLine } from '@/lib/carts/model';
import { FEW_LEFT } from '@/lib/inventory/model';
import { formatMoney } from '@/lib/kernel/money';
import type { CartLineActions } from './cart-actions';
import { LineButton } from './line-button';
import { QuantityForm } from './quantity-form';

type CartLineRowProps = { line: CartLine; saved?: boolean; actions: CartLineActions };

/** One offer in the basket, edited where it stands. */
export async function CartLineRow({ line, saved = false, actions }: CartLineRowProps) {
  const locale = await currentLocale();
  const t = await words('cart');
  const { lineId, title, unitPrice, quantity, change } = line;
  const gone = change?.kind === 'gone' || change?.kind === 'unpriced';
  return (
    <li className="grid grid-cols-[5.5rem_1fr] gap-x-4 gap-y-3 py-5 md:grid-cols-[7rem_1fr] md:gap-x-6">
      <Link href={`/p/${line.productSlug}`} tabIndex={-1} aria-hidden className="row-span-2">
        <Photo
          picture={line.image}
          sizes="(width < 56rem) 88px, 112px"
          decorative
          className={classNames('aspect-square rounded-md', gone && 'opacity-50 grayscale')}
        />
      </Link>
      <div className="flex min-w-0 justify-between gap-4">
        <div className="min-w-0">
          <h3 className="line-clamp-2 text-base font-regular">
            <Link href={`/p/${line.productSlug}`} className="hover:underline">
              {title}
            </Link>
          </h3>
          {line.variantLabel && <p className="text-sm text-muted">{line.variantLabel}</p>}
          <LineNote line={line} />
        </div>
        <div className={classNames('shrink-0 text-end', gone && 'hidden')}>
          {(saved ? unitPrice : line.total) && (
            <Price money={(saved ? unitPrice : line.total)!} locale={locale} />
          )}
          {unitPrice && !saved && quantity > 1 && (
            <p className="text-sm text-muted tabular-nums">
              {t('each', { price: formatMoney(unitPrice, locale) })}
            </p>
          )}
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2 self-end">
        {!saved && !gone && (
          <QuantityForm
            lineId={lineId}
            quantity={quantity}
            max={Math.min(MAX_LINE_QUANTITY, Math.max(line.available, 1))}
            action={actions.changeLineQuantity}
            words={{
              quantity: t('quantity', { title }),
              less: t('less', { title }),
              more: t('more', { title }),
              update: t('update'),
            }}
          />
        )}
        {saved ? (
          <LineButton
            action={actions.saveForLater}
            values={{ lineId, saved: 'false' }}
            label={t('moveBackLabel', { title })}
          >
            <Undo2 aria-hidden className="size-4" />
            {t('moveBack')}
          </LineButton>
        ) : (
          <LineButton
            action={actions.saveForLater}
            values={{ lineId, saved: 'true' }}
            label={t('saveLabel', { title })}
          >
            <Bookmark aria-hidden className="size-4" />
            {t('save')}
          </LineButton>
        )}
        <LineButton action={actions.removeFromCart} values={{ lineId }} label={t('removeLabel', { title })}>
          <Trash2 aria-hidden className="size-4" />
          {t('remove')}
        </LineButton>
      </div>
    </li>
  );
}

/** What to know of the line now: gone, short, a new price, or that little is left. */
async function LineNote({ line: { change, available } }: { line: CartLine }) {
  const locale = await currentLocale();
  const t = await words('cart');
  if (change?.kind === 'gone') return <Warning>{t('line.gone')}</Warning>;
  if (change?.kind === 'unpriced') {
    return <Warning>{t('line.unpriced', { currency: change.currency })}</Warning>;
  }
  if (change?.kind === 'short') return <Warning>{t('line.short', { available: change.available })}</Warning>;
  if (change?.kind === 'price') {
    const cheaper = change.now.amountMinor < change.before.amountMinor;
    return (
      <p className={classNames('mt-1 text-sm', cheaper ? 'text-positive' : 'text-warning')}>
        {t(cheaper ? 'line.wasCheaper' : 'line.wasDearer', { before: formatMoney(change.before, locale) })}
      </p>
    );
  }
  if (available > FEW_LEFT) return null;
  return <p className="mt-1 text-sm text-warning">{t('fewLeft', { count: available })}</p>;
}

function Warning({ children }: { children: string }) {
  return (
    <p className="mt-1 flex items-start gap-1.5 text-sm text-danger">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {children}
    </p>
  );
}
