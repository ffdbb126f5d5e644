/** What a champion can agree to give, in the order of the form. */
export const referenceKinds = ['logo', 'quote', 'case-study', 'call', 'review', 'talk'] as const
export type ReferenceKind = (typeof referenceKinds)[number]

/** Those whose words marketing writes and the champion approves. */
export const pieceKinds = ['quote', 'case-study'] as const
export type PieceKind = (typeof pieceKinds)[number]
