import type { ReferenceKind } from '#app/runner/events/reference-kinds.ts'
import type { LibraryEntry } from './library-view.ts'

type Ready = Pick<LibraryEntry, 'quote' | 'caseStudy' | 'hasLogo' | 'calls'>

/** Whether what was agreed to can be used today: the words are approved, the picture is given, a call is left in this quarter. */
export function isKindReady(kind: ReferenceKind, { quote, caseStudy, hasLogo, calls }: Ready): boolean {
  switch (kind) {
    case 'quote':
      return quote !== null
    case 'case-study':
      return caseStudy !== null
    case 'logo':
      return hasLogo
    case 'call':
    case 'talk':
      return calls !== null && calls.left > 0
    case 'review':
      return true
  }
}
