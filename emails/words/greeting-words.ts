import type { RichText } from '../parts/rich-text.ts'

/** The first line of an email: "Hi Priya,". A name that begins with a title or an initial is greeted whole. */
export const greeting = (name: string): RichText => [`Hi ${greetedName(name)},`]

/** The same where the name is known: notices from before it was stored do not have it. */
export const greetingIfNamed = (name: string | undefined): RichText | undefined =>
  name === undefined ? undefined : greeting(name)

/** Isolates around a name from right to left (`kit/plain-text.ts`). */
const isolates = /[\u2068\u2069]/g

function greetedName(name: string): string {
  const [first = '', ...rest] = name.replace(isolates, '').split(' ')
  if (rest.length === 0 || first.length < 2 || /[.,]$/.test(first) || titles.test(first)) return name
  return name.includes('\u2068') ? `\u2068${first}\u2069` : first
}

const titles = /^(Dr|Mr|Mrs|Ms|Mx|Prof|Sir|Herr|Frau|Mme|M)$/i
