import { Check } from '@/components/ui/icons';
import { Section } from '@/components/ui/card';
import { words } from '@/components/ui/words';
import type { ProductPage } from '@/lib/catalog/model';

/** What the product is, in words and in a table. Parts nobody filled in are left out. */
export async function ProductFacts({ product }: { product: ProductPage }) {
  const t = await words('product');
  const gtin = product.variants.length === 1 ? product.variants[0]?.gtin : null;
  const attributes = [...product.attributes, ...(gtin ? [{ label: t('gtin'), value: gtin }] : [])];
  const told = product.description.length > 0 || product.highlights.length > 0;
  return (
    <>
      {told && (
        <Section title={t('about')}>
          {product.highlights.length > 0 && (
            <ul className="mb-5 grid gap-2">
              {product.highlights.map((highlight) => (
                <li key={highlight} className="flex gap-2.5">
                  <Check aria-hidden className="mt-1 size-4 shrink-0 text-accent-text" />
                  {highlight}
                </li>
              ))}
            </ul>
          )}
          <div className="grid max-w-text gap-3">
            {product.description.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        </Section>
      )}
      {attributes.length > 0 && (
        <Section title={t('details')}>
          <dl className="grid border-t border-line sm:grid-cols-2 sm:gap-x-8">
            {attributes.map(({ label, value }) => (
              <div key={label} className="flex justify-between gap-4 border-b border-line py-2.5">
                <dt className="text-muted">{label}</dt>
                <dd className="min-w-0 text-end">{value}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
    </>
  );
}
