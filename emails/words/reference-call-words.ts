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
    | ('archived' | 'handed on' | 'member left' | 'person left')
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
  const nothingToDo = rich`${otherwiseWords.nothingToDo}`
  const askAnother = rich`You can ask another customer for a ${what}.`
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
        title: `A ${what} with ${deal}?`,
        otherwise: 'If you do nothing, no call takes place.',
        greeting: greeting(name),
        todo: rich`You can accept one of the times or decline. You do not need to give a reason.`,
        paragraphs: [
          rich`${by} asks whether you would speak to ${strong(deal)}.`,
          rich`“${wholeSentence(text)}”`,
          ...(approver === null
            ? []
            : [rich`You asked that ${strong(approver)} approves each use. ${by} says that this one is approved.`]),
          rich`Proposed: ${eitherWords(times)}.`,
        ],
        button: 'Accept a time or decline',
      }
    case 'accepted':
      return {
        ...common,
        subject: subjectLine(`Accepted: ${what} with ${reader === 'champion' ? deal : account}, ${time}`),
        title: `The ${what} is on ${time}`,
        greeting: greeting(name),
        todo:
          reader === 'champion'
            ? rich`You can add the call to your calendar with the attached file.`
            : rich`Please send everyone the way to join. The attached file adds the call to your calendar.`,
        paragraphs: [
          reader === 'champion'
            ? rich`You speak to ${strong(deal)} on ${time}. The person who asked tells you how to join.`
            : rich`${by} of ${account} speaks to ${strong(deal)} on ${time}.`,
        ],
      }
    case 'declined':
      return {
        ...common,
        subject: subjectLine(`${account} declined a ${what} with ${deal}`),
        title: `${account} declined the ${what}`,
        greeting: greeting(name),
        todo: askAnother,
        paragraphs: [rich`${by} can’t speak to ${strong(deal)}.`, ...said],
      }
    case 'withdrawn':
      return {
        ...common,
        subject: subjectLine(`Withdrawn: ${what} with ${reader === 'champion' ? deal : account}, ${time}`),
        title: `The ${what} does not take place`,
        greeting: greeting(name),
        todo: rich`You can remove the call from your calendar with the attached file.`,
        paragraphs: [
          reader === 'champion'
            ? rich`You withdrew from the ${what} with ${strong(deal)} on ${time}.`
            : rich`${by} of ${account} withdrew from the ${what} with ${strong(deal)} on ${time}.`,
          ...said,
        ],
      }
    case 'cancelled':
      return {
        ...common,
        subject: subjectLine(`Cancelled: ${what} with ${reader === 'champion' ? deal : account}`),
        title: `The ${what} is cancelled`,
        greeting: greeting(name),
        todo: reader === 'champion' ? nothingToDo : askAnother,
        paragraphs: [
          reader === 'champion'
            ? rich`${by} cancelled the ${what} with ${strong(deal)}.`
            : rich`${by} cancelled the ${what} of ${account} with ${strong(deal)}.`,
        ],
      }
    case 'ended':
      return {
        ...ended,
        greeting: greeting(name),
        todo: reader === 'champion' ? nothingToDo : askAnother,
        paragraphs: [
          reader === 'champion'
            ? rich`Your consent to be a reference has ended, so the ${what} with ${strong(deal)} does not take place.`
            : rich`${account} withdrew its consent to be a reference, so the ${what} with ${strong(deal)} does not take place.`,
        ],
      }
    case 'narrowed':
      return {
        ...ended,
        greeting: greeting(name),
        todo: reader === 'champion' ? nothingToDo : askAnother,
        paragraphs: [
          reader === 'champion'
            ? rich`You changed your consent. It no longer covers the ${what} with ${strong(deal)}, so that does not take place.`
            : rich`${by} of ${account} changed the consent. It no longer covers the ${what} with ${strong(deal)}, so that does not take place.`,
        ],
      }
    case 'archived':
      return {
        ...ended,
        greeting: greeting(name),
        todo:
          reader === 'champion'
            ? rich`You can see or withdraw your consent at any time. It stays as it is.`
            : askAnother,
        paragraphs: [
          reader === 'champion'
            ? rich`${by} archived the plan “${project}”, so the ${what} with ${strong(deal)} does not take place.`
            : rich`${by} archived the plan “${project}”, so the ${what} of ${account} with ${strong(deal)} does not take place.`,
        ],
        button: reader === 'champion' ? 'See your consent' : common.button,
      }
    case 'handed on':
      return {
        ...ended,
        greeting: greeting(name),
        todo:
          reader === 'champion'
            ? rich`You can see what you agreed to before under “Your data”. It stays yours.`
            : rich`You can ask the new champion for one.`,
        paragraphs: [
          reader === 'champion'
            ? rich`You no longer lead “${project}”, so the ${what} with ${strong(deal)} does not take place.`
            : rich`${account} has a new champion, so the ${what} with ${strong(deal)} does not take place.`,
        ],
        button: reader === 'champion' ? emailButtons.openPlan : common.button,
        fine:
          reader === 'champion'
            ? `You get this email because you led “${project}” and were asked for a ${what}.`
            : common.fine,
      }
    case 'person left':
      return {
        ...ended,
        greeting: greeting(name),
        todo: askAnother,
        paragraphs: [
          rich`The person at ${account} who was asked is no longer there, so the ${what} with ${strong(deal)} does not take place.`,
        ],
      }
    case 'member left':
      return {
        ...ended,
        greeting: greeting(name),
        todo: nothingToDo,
        paragraphs: [
          rich`${by} no longer works at ${workspace}, so the ${what} with ${strong(deal)} does not take place.`,
        ],
      }
  }
}
