import { emailButtons } from '../parts/email-button-words.ts'
import { otherwiseWords } from '../parts/otherwise-words.ts'
import type { EmailWords } from '../parts/email-words.ts'
import { rich, strong } from '../parts/rich-text.ts'
import { eitherWords } from '../parts/list-words.ts'
import { subjectLine, wholeSentence } from '../parts/sentence-words.ts'
import { greeting } from './greeting-words.ts'

export type ReferenceCallProps = {
  workspace: string
  name: string
  account: string
  project: string
  event:
    | ('asked' | 'accepted' | 'declined' | 'withdrawn' | 'cancelled' | 'ended' | 'narrowed')
    | ('archived' | 'handed on' | 'member left')
  reader: 'champion' | 'member'
  /** Who did it. */
  by: string
  /** What is asked for: "reference call", "talk". */
  what: string
  /** The company that wants to hear from the reference. */
  deal: string
  /** Why, in the words of the member who asked. */
  text: string
  /** In the reader's zone, with its name: all three, or the chosen one. */
  times: readonly string[]
  /** Who must approve each use, and did as the member says. */
  approver?: string | null | undefined
  /** A word of the champion who declined. */
  reason: string | null
  link: string
}

/** What became of a request for a reference call, for the champion and the member who asked. */
export function referenceCallWords(props: ReferenceCallProps): EmailWords {
  const {
    account,
    approver = null,
    by,
    deal,
    event,
    name,
    project,
    reader,
    reason,
    text,
    times,
    what,
    workspace,
  } = props
  const time = times[0] ?? ''
  const fine =
    reader === 'champion'
      ? `You get this email because you lead “${project}” and agreed to be a reference for ${workspace}.`
      : `You get this email because you asked ${account} for a ${what}.`
  const common = {
    fine,
    otherwise: otherwiseWords.nothingToDo,
    button: reader === 'champion' ? 'See your reference calls' : 'See the reference',
  }
  const ended = {
    ...common,
    subject: subjectLine(`Ended: ${what} with ${reader === 'champion' ? deal : account}`),
    title: `The ${what} does not take place`,
  }
  const said = reason === null ? [] : [rich`“${wholeSentence(reason)}”`]
  switch (event) {
    case 'asked':
      return {
        ...common,
        subject: subjectLine(`${by} asks you for a ${what} with ${deal}`),
        preview: `Three times are proposed. You can also decline.`,
        title: `A ${what} with ${deal}?`,
        otherwise: 'If you do nothing, no call takes place.',
        paragraphs: [
          greeting(name),
          rich`${by} asks whether you would speak to ${strong(deal)}.`,
          rich`“${wholeSentence(text)}”`,
          ...(approver === null
            ? []
            : [rich`You asked that ${strong(approver)} approves each use. ${by} says that this one is approved.`]),
          rich`Proposed: ${eitherWords(times)}.`,
          rich`You can accept one of the times or decline. You do not need to give a reason.`,
        ],
        button: 'Accept a time or decline',
      }
    case 'accepted':
      return {
        ...common,
        subject: subjectLine(`Accepted: ${what} with ${reader === 'champion' ? deal : account}, ${time}`),
        preview: time,
        title: `The ${what} is on ${time}`,
        paragraphs: [
          greeting(name),
          reader === 'champion'
            ? rich`You speak to ${strong(deal)} on ${time}. The attached file adds it to your calendar. The person who asked tells you how to join.`
            : rich`${by} of ${account} speaks to ${strong(deal)} on ${time}. The attached file adds it to your calendar. Please send everyone the way to join.`,
        ],
      }
    case 'declined':
      return {
        ...common,
        subject: subjectLine(`${account} declined a ${what} with ${deal}`),
        preview: `Please choose another reference.`,
        title: `${account} declined the ${what}`,
        paragraphs: [greeting(name), rich`${by} can’t speak to ${strong(deal)}.`, ...said],
      }
    case 'withdrawn':
      return {
        ...common,
        subject: subjectLine(`Withdrawn: ${what} with ${reader === 'champion' ? deal : account}, ${time}`),
        preview: `The call does not take place.`,
        title: `The ${what} does not take place`,
        paragraphs: [
          greeting(name),
          reader === 'champion'
            ? rich`You withdrew from the ${what} with ${strong(deal)} on ${time}. The attached file removes it from your calendar.`
            : rich`${by} of ${account} withdrew from the ${what} with ${strong(deal)} on ${time}. The attached file removes it from your calendar.`,
          ...said,
        ],
      }
    case 'cancelled':
      return {
        ...common,
        subject: subjectLine(`Cancelled: ${what} with ${reader === 'champion' ? deal : account}`),
        preview: otherwiseWords.nothingToDo,
        title: `The ${what} is cancelled`,
        paragraphs: [
          greeting(name),
          reader === 'champion'
            ? rich`${by} cancelled the ${what} with ${strong(deal)}. You do not need to do anything.`
            : rich`${by} cancelled the ${what} of ${account} with ${strong(deal)}.`,
        ],
      }
    case 'ended':
      return {
        ...ended,
        preview: `Consent to be a reference was withdrawn.`,
        paragraphs: [
          greeting(name),
          reader === 'champion'
            ? rich`Your consent to be a reference has ended, so the ${what} with ${strong(deal)} does not take place.`
            : rich`${account} withdrew its consent to be a reference, so the ${what} with ${strong(deal)} does not take place.`,
        ],
      }
    case 'narrowed':
      return {
        ...ended,
        preview: `The consent no longer covers this ${what}.`,
        paragraphs: [
          greeting(name),
          reader === 'champion'
            ? rich`You changed your consent. It no longer covers the ${what} with ${strong(deal)}, so that does not take place.`
            : rich`${by} of ${account} changed the consent. It no longer covers the ${what} with ${strong(deal)}, so that does not take place.`,
        ],
      }
    case 'archived':
      return {
        ...ended,
        preview: 'The plan was archived.',
        paragraphs: [
          greeting(name),
          reader === 'champion'
            ? rich`${by} archived the plan “${project}”, so the ${what} with ${strong(deal)} does not take place. Your consent to be a reference stays as it is. You can see or withdraw it at any time.`
            : rich`${by} archived the plan “${project}”, so the ${what} of ${account} with ${strong(deal)} does not take place.`,
        ],
        button: reader === 'champion' ? 'See your consent' : common.button,
      }
    case 'handed on':
      return {
        ...ended,
        preview: `${account} has a new champion.`,
        paragraphs: [
          greeting(name),
          reader === 'champion'
            ? rich`You no longer lead “${project}”, so the ${what} with ${strong(deal)} does not take place. What you agreed to before stays yours, under “Your data”.`
            : rich`${account} has a new champion, so the ${what} with ${strong(deal)} does not take place. You can ask the new champion for one.`,
        ],
        button: reader === 'champion' ? emailButtons.openPlan : common.button,
        fine:
          reader === 'champion'
            ? `You get this email because you led “${project}” and were asked for a ${what}.`
            : common.fine,
      }
    case 'member left':
      return {
        ...ended,
        preview: otherwiseWords.nothingToDo,
        paragraphs: [
          greeting(name),
          rich`${by} no longer works at ${workspace}, so the ${what} with ${strong(deal)} does not take place. You do not need to do anything.`,
        ],
      }
  }
}
