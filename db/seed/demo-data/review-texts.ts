type Opinion = { readonly title: string; readonly body: string };

/** What people write, by how many stars they give. `{thing}` is the product's name in short. */
export const PRODUCT_OPINIONS: Readonly<Record<1 | 2 | 3 | 4 | 5, readonly Opinion[]>> = {
  5: [
    {
      title: 'Exactly what I hoped for',
      body: 'I looked for a long time and am glad I waited. It feels more solid than the pictures suggest.',
    },
    {
      title: 'Bought a second one',
      body: 'The first was a present for myself. When my sister saw it she took it home, so here we are.',
    },
    {
      title: 'Used every day for three months',
      body: 'No complaints. It has been used daily and still looks new. Would buy again without thinking.',
    },
    {
      title: 'Lovely',
      body: 'Carefully packed, quickly sent, and even nicer in the hand. The little card from the shop made my day.',
    },
    {
      title: 'Worth the money',
      body: 'Not cheap, but you can tell where it went. I have bought the cheap version of this three times before.',
    },
    { title: 'Simply good', body: 'Does what it should, does it well, and does not make a fuss about it.' },
    { title: 'A present that landed', body: 'My father does not like anything. He likes this.' },
    {
      title: 'Better than expected',
      body: 'I was sceptical because of the price, then surprised. The finish is really neat.',
    },
  ],
  4: [
    {
      title: 'Very good, one small thing',
      body: 'I am happy with it. The colour is a touch darker than on my screen, which I have come to like.',
    },
    { title: 'Almost perfect', body: 'Quality is great. The instructions could be better, but one manages.' },
    { title: 'Happy', body: 'Took a day longer than promised, otherwise everything was as described.' },
    {
      title: 'Good buy',
      body: 'Solid and nicely made. I would have wished for a slightly larger size to choose.',
    },
    {
      title: 'Does the job',
      body: 'After two weeks of use: good. I take off a star because there was a lot of paper in the box.',
    },
    {
      title: 'Recommended',
      body: 'Feels good and works well. It smelled a little at first; that was gone after a day.',
    },
  ],
  3: [
    { title: 'All right', body: 'Not bad, not great. For the price I had expected a little more.' },
    {
      title: 'Mixed feelings',
      body: 'Looks beautiful, but it is smaller than I thought. Read the measurements.',
    },
    { title: 'Fine', body: 'It does what it should. I do not love it.' },
    {
      title: 'Depends what you want',
      body: 'Good for occasional use. If you need it every day, look at the next size up.',
    },
  ],
  2: [
    {
      title: 'Not for me',
      body: 'The idea is good. Mine had a scratch on arrival; the shop was friendly and refunded part of it.',
    },
    { title: 'Expected more', body: 'It works, but it feels lighter than it looks in the pictures.' },
    {
      title: 'Sent it back',
      body: 'Did not fit where I wanted it. The return was easy, so two stars instead of one.',
    },
  ],
  1: [
    {
      title: 'Disappointed',
      body: 'Arrived broken, and the replacement took two weeks. I had to write twice.',
    },
    { title: 'Not as described', body: 'The colour has little to do with the picture. It went back.' },
  ],
};

export const SELLER_OPINIONS: Readonly<Record<3 | 4 | 5, readonly string[]>> = {
  5: [
    'Quick, friendly, and packed without plastic.',
    'Answered my question within the hour, on a Sunday.',
    'Everything as described. I have ordered three times now.',
    'A handwritten note in the box. Who still does that?',
    'There was a problem with the carrier, and they sorted it out before I noticed.',
  ],
  4: [
    'Good shop. Delivery took a day longer than shown.',
    'All fine, communication could be quicker.',
    'Well packed, arrived safely.',
  ],
  3: ['Goods fine, but I had to ask where my parcel was.', 'Took a while.'],
};
