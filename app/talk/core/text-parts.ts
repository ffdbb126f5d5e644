import { findMentions } from './mentions.ts'
import type { Person } from './person.ts'

/** A piece of a text as a page shows it. */
export type TextPart =
  | { kind: 'text'; text: string }
  | { kind: 'mention'; text: string; isReader: boolean }
  | { kind: 'link'; text: string; href: string }

const addresses = /https?:\/\/[^\s<>"“”]+/giu

/** The address without what belongs to the sentence around it: a full stop, or a bracket that was opened before it. */
function withoutSentenceEnd(text: string): string {
  const last = text.at(-1) ?? ''
  const isOutside = last === ')' && !text.includes('(')
  return /[.,;:!?'’\]}]/.test(last) || isOutside ? withoutSentenceEnd(text.slice(0, -1)) : text
}

const hrefOf = (text: string): string | null => (URL.canParse(text) ? new URL(text).href : null)

/** Cuts a text at its links and mentions. All parts together are the text. @param readerId whose mentions stand out */
export function textParts(text: string, people: readonly Pick<Person, 'id' | 'name'>[], readerId: string): TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(addresses)) {
    const address = withoutSentenceEnd(found)
    const href = hrefOf(address)
    if (href === null) continue
    parts.push(...withMentions(text.slice(from, index), people, readerId), { kind: 'link', text: address, href })
    from = index + address.length
  }
  return [...parts, ...withMentions(text.slice(from), people, readerId)]
}

function withMentions(text: string, people: readonly Pick<Person, 'id' | 'name'>[], readerId: string): TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const { at, length, people: meant } of findMentions(text, people)) {
    if (at - 1 > from) parts.push({ kind: 'text', text: text.slice(from, at - 1) })
    parts.push({
      kind: 'mention',
      text: text.slice(at - 1, at + length),
      isReader: meant.some(({ id }) => id === readerId),
    })
    from = at + length
  }
  return from < text.length ? [...parts, { kind: 'text', text: text.slice(from) }] : parts
}
