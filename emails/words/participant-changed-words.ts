import { otherwiseWords } from '../parts/otherwise-words.ts'
import type { EmailWords } from '../parts/email-words.ts'
import { type RichText, rich, strong } from '../parts/rich-text.ts'
import { greeting } from './greeting-words.ts'
import { participantInRole, participantRoleName, roleSentence } from '../parts/participant-role-words.ts'
import { subjectLine, wholeSentence, withoutFinalStop } from '../parts/sentence-words.ts'
import { emailButtons } from '../parts/email-button-words.ts'
import { seePeopleWords, toldAsChampion } from './participant-added-words.ts'

export type ParticipantChangedProps = {
  workspace: string
  /** Who is told: the champion, or the person that it concerns. */
  name: string
  project: string
  person: string
  /** The person's address. */
  email: string
  /** Who changed it. */
  by: string
  before: string
  /** The new role; null where the person was taken off the plan. */
  after: string | null
  /** Whether the reader is that person. */
  isReader?: boolean | undefined
  link: string
}

export function participantChangedWords(props: ParticipantChangedProps): EmailWords {
  const { name, person, email, by, isReader } = props
  const before = participantRoleName(props.before)
  const after = props.after === null ? null : participantRoleName(props.after)
  const [project, ended] = [withoutFinalStop(props.project), wholeSentence(props.project)]
  const title =
    props.after === null
      ? `${person} was removed from the plan`
      : isReader
        ? `You are now ${participantInRole(props.after)}`
        : `${person} is now ${participantInRole(props.after)}`
  return {
    subject: subjectLine(`${title}: ${props.project}`),
    title,
    greeting: greeting(name),
    todo: todoWords(props),
    paragraphs: [
      after === null
        ? rich`${by} removed ${strong(person)} (${email}, ${before}) from the plan for ${ended}`
        : isReader
          ? rich`${by} changed your role on the plan for ${project} from ${before} to ${strong(after)}.`
          : rich`${by} changed the role of ${strong(person)} (${email}) on the plan for ${project} from ${before} to ${after}.`,
    ],
    button: emailButtons.openPlan,
    otherwise: otherwiseWords.nothingToDo,
    fine: whyWords(props),
  }
}

function todoWords({ isReader, after }: ParticipantChangedProps): RichText {
  if (!isReader) return rich`${seePeopleWords}`
  return rich`${roleSentence(after ?? '')}`
}

/** Why the reader gets it: their own role, the role that they passed on, or someone else's on the plan that they lead. */
function whyWords({ isReader, after }: ParticipantChangedProps): string {
  if (isReader) return 'You get this email because your role on this plan changed.'
  return after === 'champion'
    ? 'You get this email because you led this plan on your side until now. You are now a contributor.'
    : toldAsChampion
}
