import type { EmailWords } from '../parts/email-words.ts'
import { roleSentence } from '../parts/participant-role-words.ts'
import { type RichText, rich, strong } from '../parts/rich-text.ts'
import { greeting } from './greeting-words.ts'
import { dayWords, subjectLine, wholeSentence, withoutFinalStop, weekdayAndDay } from '../parts/sentence-words.ts'
import { emailButtons } from '../parts/email-button-words.ts'

export type InvitationProps = {
  /** The day that it is sent, `YYYY-MM-DD`, from which other days are seen. */
  sentOn: string
  workspace: string
  inviter: string
  inviterTitle: string | null
  inviterCompany: string
  /** What the inviter adds in their own words. */
  personalLine: string | null
  /** Who is invited. */
  name: string
  account: string
  project: string
  participantRole: 'champion' | 'contributor' | 'viewer'
  /** The critical date, `YYYY-MM-DD`. */
  liveOn: string
  /** Empty while the first win is not defined. */
  winStatement: string
  /** The first open task of the invited person, or of a champion's side, if any. */
  firstTask: { title: string; doBy: string; expected: string | null; isOwn: boolean } | null
  /** For how long the link works, in words: "14 days". */
  validFor: string
  link: string
}

type FirstTask = NonNullable<InvitationProps['firstTask']>

/** When a task is due, or was; in a draft, when it is expected. */
function dueWords({ doBy, expected }: FirstTask, sentOn: string): string {
  if (expected) return `expected by ${weekdayAndDay(expected, sentOn)}`
  const day = weekdayAndDay(doBy, sentOn)
  return doBy < sentOn ? `was due ${day}` : `due ${day}`
}

function firstTaskWords(first: FirstTask, sentOn: string): RichText {
  const task = strong(`${withoutFinalStop(first.title)}, ${dueWords(first, sentOn)}`)
  return first.isOwn ? rich`Your first task: ${task}.` : rich`The first task on your side: ${task}.`
}

function aboutPlan({ account, workspace, project, winStatement }: InvitationProps): RichText {
  return winStatement === ''
    ? rich`This is the plan that ${account} and ${workspace} share for ${wholeSentence(project)} It shows who does what on both sides, and by when.`
    : rich`This is the plan that ${account} and ${workspace} share for ${wholeSentence(project)} It shows who does what on both sides to reach this first win: ${strong(`“${wholeSentence(winStatement)}”`)}`
}

export function invitationWords(props: InvitationProps): EmailWords {
  const { name, inviter, project, sentOn, firstTask, validFor } = props
  const liveOn = dayWords(props.liveOn, sentOn)
  const title = `${inviter} invited you to the go-live plan for ${liveOn}`
  return {
    subject: subjectLine(`${title}: ${project}`),
    title,
    greeting: greeting(name),
    todo: rich`${roleSentence(props.participantRole)}`,
    paragraphs: [aboutPlan(props), ...(firstTask ? [firstTaskWords(firstTask, sentOn)] : [])],
    button: emailButtons.openPlan,
    otherwise: 'If you do nothing, you will get a reminder after two days and another after five.',
    fine: `This link is for you only. It works for ${validFor}. No password, nothing to install. If you did not expect this email, you can ignore it.`,
  }
}
