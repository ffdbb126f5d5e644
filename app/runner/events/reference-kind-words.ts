import type { ReferenceKind } from './reference-kinds.ts'

export const kindLabels: Record<ReferenceKind, string> = {
  logo: 'Logo',
  quote: 'Quote',
  'case-study': 'Case study',
  call: 'Call',
  review: 'Review',
  talk: 'Talk',
}

/** The same within a sentence or as a tag. */
export const kindNames: Record<ReferenceKind, string> = {
  logo: 'logo',
  quote: 'quote',
  'case-study': 'case study',
  call: 'call',
  review: 'review',
  talk: 'talk',
}

const byStored = new Map<string, string>(Object.entries(kindLabels))

/** @param stored one that this version does not know keeps its stored name */
export const kindName = (stored: string): string => byStored.get(stored) ?? stored
