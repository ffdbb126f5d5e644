import { addressFault, pastedAddress } from './email-address.ts'
import { holdsAddress, isBlankText, longestName, oneLine } from './plain-text.ts'
import { addressWords, wrongAddress } from './field-words.ts'

/** A person in an address field, with the name if one is given. */
export type AddressedPerson = { name: string | null; email: string }

/** Splits at separators, except within a quoted name or an address in angle brackets. */
function splitOutside(text: string, separators: string): string[] {
  const pieces: string[] = []
  let from = 0
  for (const { 0: found, 1: separator, index } of text.matchAll(
    new RegExp(`"[^"]*"|<[^<>]*>|([${separators}])`, 'g'),
  )) {
    if (separator === undefined) continue
    pieces.push(text.slice(from, index))
    from = index + found.length
  }
  return [...pieces, text.slice(from)]
}

const surnameFirst = /^[^,@<>]+,[^,@<>]+<[^,<>]*>\s*$/

/** The pieces of a line; its last comma may be the one within a name ("de Vos, Jan <jan@example.com>"). */
function piecesOfLine(line: string): string[] {
  const pieces = splitOutside(line, ',')
  const lastTwo = pieces.slice(-2).join(',')
  return surnameFirst.test(lastTwo) ? [...pieces.slice(0, -2), lastTwo] : pieces
}

/** The parts between commas, semicolons and line breaks. */
const piecesOf = (typed: string): string[] =>
  splitOutside(typed, ';\\r\\n')
    .flatMap(piecesOfLine)
    .flatMap(spacedAddresses)
    .filter((piece) => !isBlankText(piece))

/** Between two addresses in angle brackets, the second perhaps with a name before it. */
const betweenBracketed = /(?<=<[^<>]*@[^<>]*>)\s*(?=[^<>]*<[^<>]*@)/

/**
 * "a@example.com b@example.com", "Jan <a@example.com> Eva <b@example.com>": a field of one line makes a space of each line break that
 * is pasted.
 */
function spacedAddresses(piece: string): string[] {
  const words = piece.trim().split(/\s+/)
  if (words.length > 1 && words.every((word) => word.includes('@'))) return words
  return piece.split(betweenBracketed)
}

const named = /^(.*?)<[^<>]*@[^<>]*>[\s.,;]*$/s
/** One word in brackets is more often a remark ("work") than a name. */
const commented = /@\S*\s*\(([^()@]*\S\s+\S[^()@]*)\)[\s.,;]*$/
/** "To:", "Cc:", "cc" before a name. */
const label = /^\s*(?:[\p{L}\d ]+:\s*|b?cc\s+)/iu

/** "Jan de Vos" of `Jan de Vos <jan@example.com>`, of `"Vos, Jan de" <jan@example.com>` and of `jan@example.com (Jan de Vos)`. */
function nameIn(piece: string): string | null {
  const found = named.exec(piece) ?? commented.exec(piece)
  const unescaped = (found?.[1] ?? '')
    .replace(/^\s*(?:[-*•·–]|\d+[.)])\s+/, '')
    .replace(label, '')
    .replaceAll(/\\(.)/g, '$1')
  const written = oneLine(unescaped).replace(/^["'“”]+|["'“”]+$/g, '')
  const [last = '', first, ...more] = written.split(',').map((part) => part.trim())
  const name = first && more.length === 0 ? `${first} ${last}` : written
  return isBlankText(name) || holdsAddress(name) || name.length > longestName ? null : name
}

/** Longer than any accepted list of addresses, in characters. */
const longestAddressList = 10_000

export type ReadAddresses = { people: AddressedPerson[]; faults: string[] }

/**
 * The people that an address field names: one or several addresses, with or without names, between commas, semicolons or line breaks.
 * A repeated address counts once. With several addresses, each fault quotes the wrong part.
 */
export function readAddresses(typed: string): ReadAddresses {
  if (typed.length > longestAddressList) return { people: [], faults: [addressWords.listTooLong] }
  const pieces = piecesOf(typed)
  const people = new Map<string, AddressedPerson>()
  const faults: string[] = []
  for (const piece of pieces) {
    const email = pastedAddress(piece)
    const fault = email.length > 254 ? addressWords.tooLong : addressFault(email)
    if (fault) faults.push(pieces.length > 1 ? wrongAddress(oneLine(piece).slice(0, 60), fault) : fault)
    else if (!people.has(email)) people.set(email, { name: nameIn(piece), email })
  }
  return { people: [...people.values()], faults }
}
