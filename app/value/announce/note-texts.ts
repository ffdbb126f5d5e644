/** The four parts of a note to management, in the order in which they are read. */
export const noteFields = ['why', 'byWhen', 'brings', 'asks'] as const

export type NoteField = (typeof noteFields)[number]

/** What the champion wrote; null for a part that is left out. */
export type NoteTexts = Readonly<Record<NoteField, string | null>>
