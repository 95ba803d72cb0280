import { OptionsForm, VariantsForm } from '@/components/seller/variant-forms';
import { Card, Section } from '@/components/ui/card';
import { words } from '@/components/ui/words';
import { CONTENT_LIMITS, getAttributeSchema, type AttributeSchema, type Draft } from '@/lib/catalog';
import type { ContentProblem } from '@/lib/catalog/model';
import { publicId } from '@/lib/kernel/ids';
import type { Database } from '@/lib/platform/database';
import { saveOptions, saveVariants } from '../actions';

/** In what things differ whose category does not say it. */
const USUAL_AXES = ['colour', 'size', 'material', 'pattern', 'pack'] as const;

type VariantsStepProps = { db: Database; draft: Draft; problems: readonly ContentProblem[] };

export async function VariantsStep({ db, draft, problems }: VariantsStepProps) {
  const { productId, version, content } = draft;
  const schema = content.categoryId ? await getAttributeSchema(db, content.categoryId) : { attributes: [] };
  const t = await words('listing');
  const key = { productId: publicId('prd', productId), version };
  const usual = USUAL_AXES.map((axis) => ({ key: axis, label: t(`variants.axes.${axis}`) }));
  const faultOf = (gtin: string) => {
    const fault = problems.find(({ step, about }) => step === 'variants' && about !== '' && about === gtin);
    return fault ? t(`problem.${fault.kind}`, { about: fault.about }) : '';
  };
  return (
    <div className="grid max-w-text gap-10">
      <Section title={t('variants.optionsTitle')}>
        <Card className="grid gap-4 p-4">
          <p className="text-sm text-muted">{t('variants.optionsLead')}</p>
          <OptionsForm
            key={version}
            draft={key}
            rows={optionRows(draft)}
            axes={axesOf(schema, usual)}
            action={saveOptions}
            words={{
              axis: t('variants.axis'),
              noAxis: t('variants.noAxis'),
              values: t('variants.values'),
              valuesHint: t('variants.valuesHint'),
              make: t('variants.make'),
              made: t('variants.made'),
            }}
          />
        </Card>
      </Section>
      <Section title={t('variants.barcodes', { count: content.variants.length })}>
        <VariantsForm
          key={version}
          draft={key}
          variants={content.variants.map(({ variantId, options, gtin }) => ({
            variantId: publicId('var', variantId),
            label: Object.values(options).join(', '),
            gtin,
            fault: faultOf(gtin),
          }))}
          action={saveVariants}
          words={{
            gtin: t('variants.gtin'),
            gtinHint: t('variants.gtinHint'),
            optional: t('offer.optional'),
            leave: t('variants.leave'),
            save: t('step.next'),
            scan: t('find.scan'),
            stop: t('find.stop'),
            scanLead: t('find.scanLead'),
            scanRefused: t('find.scanRefused'),
          }}
        />
      </Section>
    </div>
  );
}

/** The category's own axes first, then its other properties that are words, then what is usual. */
function axesOf({ attributes }: AttributeSchema, usual: readonly { key: string; label: string }[]) {
  const worded = attributes.filter(({ type }) => type === 'text' || type === 'choice');
  const own = worded.toSorted((one, other) => Number(other.axis) - Number(one.axis));
  const known = new Set(own.map(({ key }) => key));
  return [...own.map(({ key, label }) => ({ key, label })), ...usual.filter(({ key }) => !known.has(key))];
}

/** The options there are, and empty rows up to as many as there may be. */
function optionRows({ content: { variants } }: Draft) {
  const keys = [...new Set(variants.flatMap(({ options }) => Object.keys(options)))];
  const rows = keys.map((key) => ({
    key,
    values: [...new Set(variants.flatMap(({ options }) => options[key] ?? []))].join(', '),
  }));
  const empty = Array.from({ length: CONTENT_LIMITS.axes - rows.length }, () => ({ key: '', values: '' }));
  return [...rows, ...empty];
}
