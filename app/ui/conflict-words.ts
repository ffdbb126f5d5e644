import { sentenceParts } from './sentence-parts.ts'

/** Says that someone else changed a field. @param doing what the reader was doing with it */
export const conflictWords = (by: string, doing: 'typing' | 'reading'): string =>
  doing === 'typing' ? `${by} changed this while you were typing` : `${by} changed this while you were reading`

/** What the buttons of a conflict say of the reader’s version, and of one without a text. */
export const conflictVersions = { yours: 'yours', empty: 'empty' }

/** The other version: who wrote it and, where it is known, when. */
export const versionOfParts = <Moment>(by: string, at: Moment | null | undefined | '') =>
  at ? sentenceParts`${by}, ${at}` : sentenceParts`${by}`

/** @param field what it is called */
export const chooseVersionWords = (field: string): string => `${field}. Nothing is lost. Choose which version to keep.`
