/** What a customer may share of a plan by a link. */
export type SharedKind = 'card' | 'note'
