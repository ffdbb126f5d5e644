import { personWithWords, quoted } from '#app/ui/name-words.ts'
import { listWords } from '#emails/parts/list-words.ts'
import { participantInRole, participantRoleName } from '#emails/parts/participant-role-words.ts'

type Person = { person: string; email: string }

const named = ({ person, email }: Person): string => `${person} (${email})`

const toAcceptWords = (people: readonly string[]): string =>
  people.length === 1
    ? `: your side’s private tasks stay hidden from ${people.join('')} until you accept this person`
    : ': your side’s private tasks stay hidden from them until you accept them'

type Added = Person & {
  others?: readonly Person[] | undefined
  by: string
  role: string
  waits: boolean
}

/** How the email of a day tells the champion of people who were added. */
export function peopleAddedNews({ others = [], by, role, waits, ...first }: Added): string {
  const all = [first, ...others]
  const added = `${by} added ${listWords(all.map(named))} as ${participantInRole(role)}`
  return waits ? `${added}${toAcceptWords(all.map(({ person }) => person))}` : added
}

type Came = { colleague: string; email: string; waits?: boolean | undefined }

/** Of someone who joined by the company's email domain. */
export function colleagueJoinedNews({ colleague, email, waits }: Came): string {
  const came = `${colleague} (${email}) joined through the company’s email domain`
  return waits ? `${came}${toAcceptWords([colleague])}` : came
}

type Changed = Person & { by: string; before: string; after: string | null; isReader?: boolean | undefined }

/** Of a role that was changed, or of someone who was taken off. */
export function roleChangedNews({ by, before, after, isReader, ...who }: Changed): string {
  const was = participantRoleName(before)
  if (after === null) return `${by} removed ${named(who)}, ${was}, from the plan`
  return isReader
    ? `${by} changed your role from ${was} to ${participantRoleName(after)}`
    : `${by} changed the role of ${named(who)} from ${was} to ${participantRoleName(after)}`
}

/** Tells a lead what became of their handoff. */
export function handoffAnswerNews({ by, answer, questions }: HandoffAnswer): string {
  switch (answer) {
    case 'accepted':
      return `${by} accepted the handoff and leads this plan now`
    case 'sent back':
      return `${by} sent the handoff back with questions: ${quoted(questions ?? '')} You stay responsible until someone accepts`
    case 'receiver left':
      return `${by} has left, so the handoff ended. You stay responsible until someone accepts`
  }
}

type HandoffAnswer = { by: string; answer: 'accepted' | 'sent back' | 'receiver left'; questions: string | null }

/** Tells the customer who is responsible for their plan now. */
export const leadChangedNews = ({ lead, jobTitle, before }: LeadChange): string =>
  `${personWithWords(lead, jobTitle ?? '')} leads this plan for us now, in place of ${before}`

type LeadChange = { lead: string; jobTitle: string | null; before: string }
