import { longDate } from '#app/ui/words.ts'

/** What discovery found about one key person of the customer. */
export type SituationValues = {
  jobTitle: string
  issue: string
  reasons: string
  capabilities: string
  difference: string
  criticalDate: string
}

export const noSituation: SituationValues = {
  jobTitle: '',
  issue: '',
  reasons: '',
  capabilities: '',
  difference: '',
  criticalDate: '',
}

/** Text as the inside of a sentence: no full stop, no capital letter unless it is a name or an abbreviation. */
function inside(text: string): string {
  const plain = text.trim().replace(/[.\s]+$/u, '')
  const first = /^[\p{L}\p{N}’'-]+/u.exec(plain)?.[0] ?? ''
  const common =
    /^(The|A|An|Our|We|It|Its|No|Too|Every|Each|Not|There|Because|To|In|On|For|By|From|With|Without|Closing|Month|One|All|Nobody|Everybody)$/
  return common.test(first) ? plain.charAt(0).toLocaleLowerCase('en-GB') + plain.slice(1) : plain
}

/**
 * A situation as three plain sentences: the issue and its reasons, what is needed, what it changes and by when.
 * A sentence without its facts is left out.
 */
export function heardSentences(situation: SituationValues, today?: string): string[] {
  const { issue, reasons, capabilities, difference, criticalDate } = situation
  const sentences = [
    issue &&
      `What weighs on you: ${inside(issue)}${reasons ? `, because ${inside(reasons).replace(/^because /, '')}` : ''}.`,
    capabilities && `What you need: ${inside(capabilities)}.`,
    (difference || criticalDate) &&
      `What it changes: ${[difference && inside(difference), criticalDate && `needed by ${longDate(criticalDate, today)}`].filter(Boolean).join(', ')}.`,
  ]
  return sentences.filter((sentence): sentence is string => Boolean(sentence))
}
