/** Something that waits for the reader on another page, or elsewhere on this one. */
export type NextLink = { id: string; text: string; path: string; words: string }
