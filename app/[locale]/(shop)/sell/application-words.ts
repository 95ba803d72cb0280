import { words } from '@/components/ui/words';

/** What the form of an application says. */
export async function applicationWords() {
  const t = await words('account');
  return {
    name: t('sell.name'),
    nameHint: t('sell.nameHint'),
    tagline: t('sell.tagline'),
    taglineHint: t('sell.taglineHint'),
    story: t('sell.story'),
    storyHint: t('sell.storyHint'),
    city: t('sell.city'),
    country: t('sell.country'),
    chooseCountry: t('address.chooseCountry'),
    submit: t('sell.submit'),
  };
}
