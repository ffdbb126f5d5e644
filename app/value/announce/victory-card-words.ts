import { listWords } from '#emails/parts/list-words.ts'

/** Names beyond these are counted. */
const mostNames = 4

/** "Priya Raman and Tom Weiss", "Priya Raman, Tom Weiss, Eva Holm and 3 others". */
const peopleWords = (names: readonly string[]): string =>
  names.length <= mostNames + 1
    ? listWords(names)
    : listWords([...names.slice(0, mostNames), `${names.length - mostNames} others`])

/** On the card itself, in the picture and on the page alike. */
export const victoryCardWords = {
  people: peopleWords,
  /** @param on the day, in words */
  confirmed: (on: string): string => `Confirmed on ${on}`,
  from: 'from',
  to: 'to',
}

/** What a picture of the card is to someone who cannot see it. */
export function cardAltWords({ customer, headline, measure, before, after, saved }: CardTold): string {
  const told = `${customer.name}: “${headline}” ${measure}: from ${before} to ${after}.`
  return saved === null ? told : `${told} ${saved}.`
}

/** What a chat program shows below the title of a shared card. */
export const cardPreviewWords = ({ measure, before, after }: CardTold): string =>
  `${measure}: from ${before} to ${after}`

/** The title of a shared card in a chat program and in a tab. */
export const cardTitleWords = ({ customer, headline }: CardTold): string => `${customer.name}: ${headline}`

type CardTold = {
  customer: { name: string }
  headline: string
  measure: string
  before: string
  after: string
  saved: string | null
}
