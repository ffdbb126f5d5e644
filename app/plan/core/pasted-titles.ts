import { isBlankText } from '#app/kit/plain-text.ts'

/** What stands before the items of a list in other programs: "- ", "* ", "• ", "1. ", "2) ", "[ ] ". A number that belongs to the title has no mark behind it. */
const listMark = /^\s*(?:(?:[-*•‣▪◦–]|\d{1,3}[.)])\s+)?(?:\[[ xX]?\]\s+)?/u

/** The titles in a pasted text, one a line, without the marks of a list. */
export const pastedTitles = (text: string): string[] =>
  text
    .split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/)
    .map((line) => line.replace(listMark, '').trim())
    .filter((line) => !isBlankText(line))
