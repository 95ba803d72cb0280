import { DetailsForm, type AttributeField } from '@/components/seller/draft-forms';
import { words } from '@/components/ui/words';
import { getAttributeSchema, type AttributeDefinition, type Draft } from '@/lib/catalog';
import { publicId } from '@/lib/kernel/ids';
import type { Database } from '@/lib/platform/database';
import { saveDetails } from '../actions';

export async function DetailsStep({ db, draft }: { db: Database; draft: Draft }) {
  const { productId, version, content } = draft;
  const schema = content.categoryId ? await getAttributeSchema(db, content.categoryId) : { attributes: [] };
  const t = await words('listing');
  const yesNo = [
    { value: 'true', label: t('details.yes') },
    { value: 'false', label: t('details.no') },
  ];
  const toField = (definition: AttributeDefinition): AttributeField => {
    const { key, label, unit, type, required, choices = yesNo } = definition;
    return {
      key,
      label: unit ? `${label} (${unit})` : label,
      kind: type === 'boolean' ? 'choice' : type,
      value: String(content.attributes[key] ?? ''),
      required,
      choices,
    };
  };
  // What variants differ in is said there.
  const asked = schema.attributes.filter(
    ({ key }) => !content.variants.some(({ options }) => key in options),
  );
  return (
    <DetailsForm
      draft={{ productId: publicId('prd', productId), version }}
      fields={asked.map(toField)}
      action={saveDetails}
      words={{
        optional: t('offer.optional'),
        choose: t('details.choose'),
        none: t('details.none'),
        save: t('step.next'),
      }}
    />
  );
}
