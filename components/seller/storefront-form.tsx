'use client';

import { TextAreaField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import type { Picture } from '@/lib/media/model';
import { ShopPicture, type ShopPictureActions } from './shop-picture';

type ShopPictureNow = { readonly assetId: string; readonly picture: Picture | null } | null;

type StorefrontFormProps = {
  shop: {
    readonly tagline: string;
    readonly story: string;
    readonly city: string;
    readonly returnsPolicy: string;
    readonly returnDays: number;
    readonly logo: ShopPictureNow;
    readonly banner: ShopPictureNow;
  };
  action: FormAction<unknown>;
  pictures: ShopPictureActions;
  words: Readonly<
    Record<
      | 'logo'
      | 'logoHint'
      | 'banner'
      | 'bannerHint'
      | 'choose'
      | 'remove'
      | 'making'
      | 'interrupted'
      | 'unusable'
      | 'tagline'
      | 'taglineHint'
      | 'story'
      | 'storyHint'
      | 'city'
      | 'returnDays'
      | 'returnDaysHint'
      | 'returnsPolicy'
      | 'returnsPolicyHint'
      | 'optional'
      | 'save'
      | 'saved',
      string
    >
  >;
};

/** What a shop says of itself, in words and pictures. */
export function StorefrontForm({ shop, action, pictures, words }: StorefrontFormProps) {
  return (
    <ActionForm action={action} done={words.saved} className="grid max-w-text gap-6">
      {(answer) => (
        <>
          <ShopPicture
            name="banner"
            initial={shop.banner}
            shape="wide"
            actions={pictures}
            words={{ ...words, label: words.banner, hint: words.bannerHint }}
          />
          <ShopPicture
            name="logo"
            initial={shop.logo}
            shape="round"
            actions={pictures}
            words={{ ...words, label: words.logo, hint: words.logoHint }}
          />
          <TextField
            {...answer.field('tagline', shop.tagline)}
            label={words.tagline}
            hint={words.taglineHint}
            optional={words.optional}
          />
          <TextAreaField
            {...answer.field('story', shop.story)}
            label={words.story}
            hint={words.storyHint}
            rows={7}
          />
          <TextField {...answer.field('city', shop.city)} label={words.city} autoComplete="address-level2" />
          <TextField
            {...answer.field('returnDays', shop.returnDays)}
            label={words.returnDays}
            hint={words.returnDaysHint}
            type="number"
            min={0}
            max={365}
            inputMode="numeric"
          />
          <TextAreaField
            {...answer.field('returnsPolicy', shop.returnsPolicy)}
            label={words.returnsPolicy}
            hint={words.returnsPolicyHint}
            optional={words.optional}
            rows={4}
          />
          <SubmitButton className="justify-self-start">{words.save}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
