import type { EmailWords } from '../parts/email-words.ts'
import { type RichText, rich, strong } from '../parts/rich-text.ts'
import { greeting } from './greeting-words.ts'
import { subjectLine, withoutFinalStop, weekdayAndDay } from '../parts/sentence-words.ts'
import { emailButtons } from '../parts/email-button-words.ts'

export type ChampionProposedProps = {
  /** The day that it is sent, `YYYY-MM-DD`, from which other days are seen. */
  sentOn: string
  workspace: string
  /** Who is told: every participant who takes part. */
  name: string
  project: string
  /** Who is proposed. */
  person: string
  /** Who leads the plan on the customer's side until then; null where the champion has left. */
  champion: string | null
  /** The member who proposed it. */
  by: string
  /** The first day on which it can take effect, `YYYY-MM-DD`. */
  earliestOn: string
  /** Whether the reader is the one who is proposed, or the champion. */
  reader?: 'proposed' | 'champion' | undefined
  link: string
}

/** Who is to lead the plan, as its reader is told. */
function proposalWords({ by, workspace, person, champion, reader }: ChampionProposedProps, project: string): RichText {
  const proposed = strong(person)
  if (reader === 'champion')
    return rich`${by} of ${workspace} wants ${proposed} to lead the plan for ${project} on your side instead of you.`
  if (reader === 'proposed')
    return champion === null
      ? rich`${by} of ${workspace} wants you to lead the plan for ${project} on your side.`
      : rich`${by} of ${workspace} wants you to lead the plan for ${project} on your side instead of ${champion}.`
  return champion === null
    ? rich`${by} of ${workspace} wants ${proposed} to lead the plan for ${project} on your side.`
    : rich`${by} of ${workspace} wants ${proposed} to lead the plan for ${project} on your side instead of ${champion}.`
}

export function championProposedWords(props: ChampionProposedProps): EmailWords {
  const { name, by, person, champion, sentOn, reader } = props
  const project = withoutFinalStop(props.project)
  const earliest = weekdayAndDay(props.earliestOn, sentOn)
  const isProposed = reader === 'proposed'
  const takesEffect =
    champion === null
      ? rich`It takes effect from ${strong(earliest)} if no one objects.`
      : reader === 'champion'
        ? rich`It takes effect when you agree, or from ${strong(earliest)} if no one objects.`
        : rich`It takes effect when ${champion} agrees, or from ${strong(earliest)} if no one objects.`
  return {
    subject: subjectLine(
      isProposed
        ? `You were proposed as champion: ${props.project}`
        : `${person} was proposed as champion: ${props.project}`,
    ),
    title: isProposed ? `${by} proposes you as champion` : `${by} proposes ${person} as champion`,
    greeting: greeting(name),
    todo:
      reader === 'champion'
        ? rich`You can agree or object on the plan, before ${strong(earliest)}.`
        : rich`You can object on the plan, before ${strong(earliest)}.`,
    paragraphs: [proposalWords(props, project), takesEffect],
    button: emailButtons.openPlan,
    otherwise: `If you do nothing, it takes effect from ${earliest}.`,
    fine: 'You get this email because you are on this plan. The champion leads it on your side and confirms the first win.',
  }
}
