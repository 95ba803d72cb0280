/** One after the other: who writes, what, and how many minutes after the line before. */
type Line = { readonly by: 'buyer' | 'seller'; readonly afterMinutes: number; readonly body: string };

/** What buyers and sellers write each other about an order. Where the buyer has the last word, somebody waits. */
export const DIALOGUES: readonly (readonly Line[])[] = [
  [
    {
      by: 'buyer',
      afterMinutes: 35,
      body: 'Hello! Could you leave the receipt out of the parcel? It is a present.',
    },
  ],
  [
    { by: 'buyer', afterMinutes: 240, body: 'Good morning. When does it leave your place?' },
    {
      by: 'seller',
      afterMinutes: 55,
      body: 'Good morning! It is packed already and leaves this afternoon. The tracking number appears on your order as soon as the parcel was scanned.',
    },
    {
      by: 'buyer',
      afterMinutes: 12,
      body: 'Perfect.\n\nOne more thing: does it come with a manual in English?',
    },
  ],
  [
    {
      by: 'seller',
      afterMinutes: 90,
      body: 'Thank you for your order! We have added a small sample. We hope you like it.',
    },
    { by: 'buyer', afterMinutes: 900, body: 'How kind, thank you.' },
    {
      by: 'seller',
      afterMinutes: 30,
      body: 'You are welcome. Write here any time if something is not right.',
    },
  ],
  [
    { by: 'buyer', afterMinutes: 1500, body: 'Can it be washed at 40 degrees?' },
    {
      by: 'seller',
      afterMinutes: 180,
      body: '30 degrees is safer, inside out. It keeps its shape best when it dries lying flat.',
    },
  ],
  [
    {
      by: 'buyer',
      afterMinutes: 70,
      body: 'I have just seen that I gave my old street. Could you send it to number 14 instead of 41?',
    },
  ],
  [
    {
      by: 'buyer',
      afterMinutes: 2000,
      body: 'The box was a little dented, but everything in it is fine. Thank you for the padding!',
    },
    { by: 'seller', afterMinutes: 400, body: 'Thank you for telling us. We will speak with the carrier.' },
  ],
  [
    { by: 'buyer', afterMinutes: 600, body: 'Do you have it in a larger size, too?' },
    { by: 'seller', afterMinutes: 240, body: 'Next month. Shall I write to you here when it is in?' },
    { by: 'buyer', afterMinutes: 45, body: 'Yes please!' },
  ],
];
