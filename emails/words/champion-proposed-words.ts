import type { EmailWords } from '../parts/email-words.ts'
import { rich, strong } from '../parts/rich-text.ts'
import { oneLine, unstopped, weekdayAndDay } from '../parts/words.ts'

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
  link: string
}

export function championProposedWords(props: ChampionProposedProps): EmailWords {
  const { name, by, workspace, person, champion, sentOn } = props
  const project = unstopped(props.project)
  const earliest = weekdayAndDay(props.earliestOn, sentOn)
  return {
    subject: oneLine(`${person} proposed as champion: ${props.project}`),
    preview: `Takes effect from ${earliest} unless someone objects`,
    title: `${by} proposes ${person} as champion`,
    paragraphs:
      champion === null
        ? [
            rich`${name}, ${by} of ${workspace} wants ${strong(person)} to lead the plan for ${project} on your side.`,
            rich`It takes effect from ${strong(earliest)} if no one objects. To object, open the plan.`,
          ]
        : [
            rich`${name}, ${by} of ${workspace} wants ${strong(person)} to lead the plan for ${project} on your side, in place of ${champion}.`,
            rich`It takes effect when ${champion} agrees, or from ${strong(earliest)} if no one objects. To object, open the plan.`,
          ],
    button: 'Open the plan',
    fine: 'You get this email because you are on this plan. The champion leads it on your side and confirms the first win.',
  }
}
