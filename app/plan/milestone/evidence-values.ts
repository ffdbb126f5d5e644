/** What a milestone asks for before it is reached, as its form posts it. */
export type EvidenceValues = { exitEvidence: string; gate: 'no' | 'yes' }
