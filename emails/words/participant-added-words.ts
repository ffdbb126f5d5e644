import { otherwiseWords } from '../parts/otherwise-words.ts'
import type { EmailWords } from '../parts/email-words.ts'
import { rich, strong } from '../parts/rich-text.ts'
import { greeting } from './greeting-words.ts'
import { untilAcceptedWords } from '../parts/until-accepted-words.ts'
import { participantInRole } from '../parts/participant-role-words.ts'
import { subjectLine, wholeSentence, withoutFinalStop } from '../parts/sentence-words.ts'
import { emailButtons } from '../parts/email-button-words.ts'

export type ParticipantAddedProps = {
  workspace: string
  /** The champion. */
  name: string
  project: string
  person: string
  /** The person's address. */
  email: string
  /** Who was added by the same form, and in the same way. */
  others?: readonly { person: string; email: string }[] | undefined
  role: 'champion' | 'contributor' | 'viewer'
  /** Who invited the person. */
  by: string
  /** Whether the champion has still to accept the person. */
  waits: boolean
  link: string
}

/** What a champion can do who needs to decide nothing. */
export const seePeopleWords = 'You can see on the plan who takes part, and in which role.'

/** Why a champion is told who takes part. */
export const toldAsChampion = 'You get this email because you lead the plan on your side.'

export function participantAddedWords(props: ParticipantAddedProps): EmailWords {
  const { name, person, email, others = [], by, workspace, waits } = props
  const role = participantInRole(props.role)
  const isAlone = others.length === 0
  const added =
    others.length === 0
      ? person
      : others.length === 1
        ? `${person} and 1 other`
        : `${person} and ${others.length} others`
  return {
    subject: subjectLine(`${by} added ${added}: ${props.project}`),
    title: `${by} added ${added}`,
    greeting: greeting(name),
    todo: waits
      ? isAlone
        ? rich`You can accept ${strong(person)} on the plan, or remove this person from it.`
        : rich`You can accept these people on the plan, or remove them from it.`
      : rich`${seePeopleWords}`,
    paragraphs: [
      ...(isAlone
        ? [rich`${strong(person)} (${email}) was added as ${role} to the plan for ${wholeSentence(props.project)}`]
        : [
            rich`These people were added to the plan for ${withoutFinalStop(props.project)}, each as ${role}:`,
            ...[props, ...others].map((it) => rich`${strong(it.person)} (${it.email})`),
          ]),
      ...(waits ? [untilAcceptedWords(workspace, isAlone ? person : null)] : []),
    ],
    button: emailButtons.openPlan,
    otherwise: waits ? 'If you do nothing, only what both companies share can be seen.' : otherwiseWords.nothingToDo,
    fine: toldAsChampion,
  }
}
