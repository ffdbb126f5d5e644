import type { ReferenceKind } from './reference-kinds.ts'

export const kindLabels: Record<ReferenceKind, string> = {
  logo: 'Logo',
  quote: 'Quote',
  'case-study': 'Case study',
  call: 'Call',
  review: 'Review',
}

const byStored = new Map<string, string>(Object.entries(kindLabels))

/** @param stored one that this version does not know keeps its stored name */
export const kindName = (stored: string): string => byStored.get(stored) ?? stored
