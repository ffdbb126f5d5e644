/** What a milestone asks for before it is closed, as its form posts it. */
export type ExitValues = { exitEvidence: string; gate: 'no' | 'yes' }
