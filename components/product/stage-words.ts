import { translator, type Locale } from '@/lib/i18n';
import type { ProductPage } from '@/lib/catalog/model';
import type { ProductStageWords } from './product-stage';

/** Every word the choosing and buying part of a product page may say. Server only. */
export function stageWords({ title, gallery }: ProductPage, locale: Locale): ProductStageWords {
  const t = translator(locale, 'product');
  const total = gallery.length;
  return {
    gallery: {
      label: t('gallery.label'),
      zoom: t('gallery.zoom'),
      previous: t('gallery.previous'),
      next: t('gallery.next'),
      close: t('gallery.close'),
      show: gallery.map(({ film }, index) =>
        t(film ? 'gallery.showFilm' : 'gallery.show', { number: index + 1, total }),
      ),
    },
    buy: {
      add: t('buy.add'),
      now: t('buy.now'),
      added: t('buy.added'),
      view: t('buy.view'),
      failed: t('buy.failed'),
      tax: t('offer.tax'),
      soldBy: t('offer.soldBy'),
      ask: t('offer.ask'),
      quantity: t('buy.quantity'),
      less: t('buy.less'),
      more: t('buy.more'),
      nobody: t('offer.nobody'),
      nobodyBody: t('offer.nobodyBody'),
      soldOutBody: t('offer.soldOutBody'),
    },
    offers: { title: t('offer.othersTitle'), close: t('offer.close') },
    option: { soldOut: t('choice.soldOut'), absent: t('choice.absent') },
    save: t('wish', { title }),
  };
}
