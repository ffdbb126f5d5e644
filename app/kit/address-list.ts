import { addressFault, pastedAddress } from './email-address.ts'
import { holdsAddress, isBlank, longestName, oneLine } from './plain-text.ts'

/** A person as an address field names them; the name where one stands before the address. */
export type AddressedPerson = { name: string | null; email: string }

/** A quoted name and an address in angle brackets keep the separators within them. */
const separators = /"[^"]*"|<[^<>]*>|([;\r\n]+)|(,)/g

/** Pieces between separators; a comma separates too, but for the one within a name before an address ("Vos, Jan de <jan@…>"). */
function piecesOf(typed: string): string[] {
  const pieces: string[] = []
  let from = 0
  const cut = (to: number, next: number) => {
    pieces.push(typed.slice(from, to))
    from = next
  }
  for (const match of typed.matchAll(separators)) {
    const [all, hard, comma] = match
    if (hard !== undefined || (comma !== undefined && !isWithinName(typed.slice(from), match.index - from)))
      cut(match.index, match.index + all.length)
  }
  cut(typed.length, typed.length)
  return pieces.flatMap(spacedAddresses).filter((piece) => !isBlank(piece))
}

/** Whether a comma stands between the surname and the first name of "Vos, Jan de <jan@example.com>", alone in its line. */
function isWithinName(rest: string, comma: number): boolean {
  const line = rest.split(/[;\r\n]/, 1)[0] ?? ''
  return /^[^,@<>]+,[^,@<>]+<[^,<>]*>\s*$/.test(line) && comma < line.indexOf('<')
}

/** "a@example.com b@example.com": a field of one line makes a space of each line break that is pasted. */
function spacedAddresses(piece: string): string[] {
  const words = piece.trim().split(/\s+/)
  return words.length > 1 && words.every((word) => word.includes('@')) ? words : [piece]
}

const named = /^(.*?)<[^<>]*@[^<>]*>[\s.,;]*$/s

/** "Jan de Vos" of `Jan de Vos <jan@example.com>` and of `"Vos, Jan de" <jan@example.com>`. */
function nameIn(piece: string): string | null {
  const written = oneLine(named.exec(piece)?.[1] ?? '').replace(/^["'“”]+|["'“”]+$/g, '')
  const [last = '', first, ...more] = written.split(',').map((part) => part.trim())
  const name = first && more.length === 0 ? `${first} ${last}` : written
  return isBlank(name) || holdsAddress(name) || name.length > longestName ? null : name
}

/** Far longer than any list of addresses that is taken, in characters. */
const longestAddressList = 10_000

export type ReadAddresses = { people: AddressedPerson[]; faults: string[] }

/**
 * The people whom an address field names: one or several addresses, with or without names, between commas, semicolons or line breaks.
 * An address that is repeated counts once. Where there are several, each fault quotes the part that is wrong.
 */
export function readAddresses(typed: string): ReadAddresses {
  if (typed.length > longestAddressList)
    return { people: [], faults: ['This is too long. Please send it in several parts.'] }
  const pieces = piecesOf(typed)
  const people = new Map<string, AddressedPerson>()
  const faults: string[] = []
  for (const piece of pieces) {
    const email = pastedAddress(piece)
    const fault = email.length > 254 ? 'This address is too long.' : addressFault(email)
    if (fault) faults.push(pieces.length > 1 ? `“${oneLine(piece).slice(0, 60)}”: ${fault}` : fault)
    else if (!people.has(email)) people.set(email, { name: nameIn(piece), email })
  }
  return { people: [...people.values()], faults }
}
