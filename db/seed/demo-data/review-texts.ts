export type Opinion = { readonly title: string; readonly body: string };

/** What people write, by how many stars they give. */
export const PRODUCT_OPINIONS: Readonly<Record<1 | 2 | 3 | 4 | 5, readonly Opinion[]>> = {
  5: [
    {
      title: 'Would buy again',
      body: 'I have had it for half a year. Nothing squeaks, nothing fades, nothing has come loose.',
    },
    {
      title: 'Nicer than in the pictures',
      body: 'The pictures are honest, but they do not show how well it is finished on the inside.',
    },
    { title: 'No notes', body: 'Ordered on Monday, here on Wednesday, in use since Thursday.' },
    {
      title: 'For once, as promised',
      body: 'Every figure in the description is true. I measured, because I am like that.',
    },
    {
      title: 'My favourite this year',
      body: 'I use it more than I would have thought, and look forward to it, which is a strange thing to say.',
    },
    {
      title: 'Passed on to a friend',
      body: 'I told a friend, she told her mother. Between us we have bought five.',
    },
    {
      title: 'Finally',
      body: 'My old one lasted eleven years and I was afraid of having to choose again. I chose well.',
    },
    {
      title: 'Small thing, great joy',
      body: 'It is a small thing in a day, but it is there every day, and it is a good one.',
    },
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
    { title: 'Solid', body: 'Well made and honest. A spare part in the box would have been the fifth star.' },
    {
      title: 'Good, with patience',
      body: 'It wants a week of getting used to. After that I would not go back.',
    },
    { title: 'Nearly', body: 'Everything is right except the smell of the packaging, which is gone by now.' },
    { title: 'Recommended', body: 'Good quality for the price. I compared four and would choose it again.' },
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
    { title: 'Middling', body: 'Neither good nor bad. It does what it says and not one bit more.' },
    { title: 'Fine for the money', body: 'At the reduced price fine, at the full one I would think twice.' },
    {
      title: 'Two hearts',
      body: 'I like how it looks and not so much how it is to use. My partner sees it the other way round.',
    },
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
    { title: 'Not quite', body: 'Nice to look at, but after a month it shows its age already.' },
    {
      title: 'Too much promised',
      body: 'The description made me hope for more. It is usable, no more than that.',
    },
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
      title: 'Sadly no',
      body: 'It stopped doing what it is for after nine days. The refund came quickly, I will say that.',
    },
    { title: 'Wrong one sent', body: 'Twice the wrong one arrived. I gave up and bought elsewhere.' },
    {
      title: 'Disappointed',
      body: 'Arrived broken, and the replacement took two weeks. I had to write twice.',
    },
    { title: 'Not as described', body: 'The colour has little to do with the picture. It went back.' },
  ],
};

/** What else people tell, after what they came to say. */
export const REMARKS = {
  pleased: [
    'The parcel was small, without plastic, and came a day early.',
    'It now stands where the old one stood for ten years.',
    'My neighbour has asked for the address already.',
    'I read the critical reviews before and cannot confirm them.',
    'Had a question beforehand and got a real answer from a real person.',
    'The colour is exactly the one on the page.',
    'Second order from this shop, and certainly not the last.',
    'After the first week I can say: it was the right size to take.',
    'For the price I had expected less.',
    'The children fight over it, which says enough.',
    'We gave it to my parents, who usually exchange everything.',
    'It looks even better in daylight.',
    'I had it compared with a dearer one in a shop and saw no difference.',
    'Survived its first journey without a mark.',
    'The instructions fit on one side of paper, as they should.',
    'I only wish I had bought it two years ago.',
  ],
  not_pleased: [
    'The shop was friendly about it, for what that is worth.',
    'Perhaps I was unlucky; others seem happy.',
    'I would try another size before giving up on it.',
    'The return label was in the box, that part is well done.',
    'For half the price I would not have said a word.',
    'It sits in a drawer now.',
    'I have written to the maker and will add what they say.',
    'The packaging was damaged too, so it may have been the carrier.',
    'My expectations may have been too high.',
    'Someone with more patience may see it differently.',
  ],
} as const;

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
