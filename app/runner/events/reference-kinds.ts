/** What a champion can agree to give, in the order of the form. */
export const referenceKinds = ['logo', 'quote', 'case-study', 'call', 'review', 'talk'] as const
export type ReferenceKind = (typeof referenceKinds)[number]
