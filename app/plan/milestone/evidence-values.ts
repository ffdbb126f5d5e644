/** What a milestone asks for before it is closed, as its form posts it. */
export type EvidenceValues = { exitEvidence: string; gate: 'no' | 'yes' }
