import { columnNameWords } from './column-name-words.ts'

export type ImportField = keyof typeof columnNameWords

// Object.keys only says that they are strings.
export const importFields = Object.keys(columnNameWords) as ImportField[]

export const isImportField = (text: string): text is ImportField => Object.hasOwn(columnNameWords, text)
