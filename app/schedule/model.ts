declare const isoDate: unique symbol

/** A calendar day without time or zone, written YYYY-MM-DD; only dates that exist. */
export type IsoDate = string & { readonly [isoDate]: true }

export const sides = ['vendor', 'customer', 'both'] as const
/** Who does a task; a day counts for `both` only if both work on it. */
export type Side = (typeof sides)[number]
