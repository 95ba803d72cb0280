/** A card its owner kept, as it is offered at checkout. */
export type SavedCardChoice = { readonly cardId: string; readonly label: string; readonly expires: string };

/** Stands for typing a new one. */
export const NEW_CARD = 'new';
