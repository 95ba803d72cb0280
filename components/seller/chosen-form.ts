/** The form that checkboxes beside offers belong to, wherever they stand on the page. */
export const CHOSEN_FORM = 'chosen-offers';
