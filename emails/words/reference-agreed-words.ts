import { otherwiseWords } from '../parts/otherwise-words.ts'
import type { EmailWords } from '../parts/email-words.ts'
import { rich, strong } from '../parts/rich-text.ts'
import type { WinFacts } from '../parts/win-facts.ts'
import { confirmerWithDomain, fromTo, personalAddressWords } from './win-facts-words.ts'
import { factsWords, listWords } from '../parts/list-words.ts'
import { subjectLine, wholeSentence } from '../parts/sentence-words.ts'
import { greetingIfNamed } from './greeting-words.ts'

export type ReferenceAgreedProps = WinFacts & {
  workspace: string
  agreedBy: string
  /** What may be used, in words: "quote", "case study". */
  kinds: readonly string[]
  /** Within which limits, in words: "max. 2 calls per quarter", "until 31 December". */
  limits: readonly string[]
  /** What else the customer asks for, as they wrote it. */
  conditions?: string | null | undefined
  /** Approved quote, where a quote was agreed to. */
  quote: string | null
  link: string
}

export function referenceAgreedWords(props: ReferenceAgreedProps): EmailWords {
  const { account, agreedBy, limits, conditions, quote, workspace } = props
  const kinds = listWords(props.kinds)
  return {
    subject: subjectLine(`${account} agreed to a reference: ${kinds}`),
    title: `${account} agreed to be a reference`,
    greeting: greetingIfNamed(props.name),
    todo: rich`You can now use what ${agreedBy} agreed to: ${strong(kinds)}. Nothing else may be used.`,
    paragraphs: [
      ...(limits.length > 0 ? [rich`Limits: ${factsWords(limits)}.`] : []),
      ...(conditions ? [rich`Conditions: ${wholeSentence(conditions)}`] : []),
      ...(quote ? [rich`Approved quote: “${wholeSentence(quote)}”`] : []),
      rich`${fromTo(props)}. Confirmed by ${confirmerWithDomain(props)}.`,
      ...personalAddressWords(props),
    ],
    button: 'See what was agreed',
    otherwise: otherwiseWords.nothingToDo,
    fine: `You get this email because you work in marketing at ${workspace}.`,
  }
}
