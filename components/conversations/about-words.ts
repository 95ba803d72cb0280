import type { ConversationSubject } from '@/lib/conversations/model';
import type { Translator } from '@/lib/i18n';

/** What a conversation is about, in a few words. */
export function aboutWords(about: ConversationSubject, t: Translator<'conversations'>): string {
  return about.kind === 'order'
    ? t('aboutOrder', { number: about.number })
    : t('aboutProduct', { title: about.title });
}
