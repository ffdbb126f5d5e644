import type { FirstWinView } from '#app/plan/view/plan-view.ts'
import { compareWithTarget } from '#app/plan/terms/win-measure.ts'
import type { EmailWords } from '#emails/parts/email-words.ts'
import { plainText } from '#emails/parts/rich-text.ts'
import { referenceReadyWords } from '#emails/words/reference-ready-words.ts'
import { winConfirmedWords } from '#emails/words/win-confirmed-words.ts'
import { type AudienceView, audienceWords } from '../value-words.ts'

/** Who confirms, as the emails name them. */
export type ConfirmerView = { name: string; jobTitle: string | null; from: { domain: string; isPersonal: boolean } }

export type WinEmailsProps = {
  win: FirstWinView
  measured: number
  statement: string
  reachedOn: string | null
  project: string
  account: string
  workspace: string
  today: string
  confirmer: ConfirmerView
  audience: AudienceView
}

/** An email as it will be sent: its readers, by company, and what it says. */
export type WinEmail = {
  kind: 'plan' | 'marketing'
  to: { company: string; names: string }[]
  subject: string
  text: string[]
}

/** Every email that a confirmation sends, in its own words: to the people of the plan, and to marketing. */
export function winEmails(props: WinEmailsProps): WinEmail[] {
  const { win, measured, statement, reachedOn, project, account, workspace, today, confirmer, audience } = props
  const facts = {
    ...{ sentOn: today, workspace, account, project, statement, measured, reachedOn, link: '' },
    ...{ measure: win.measure, unit: win.unit, baseline: win.baseline, target: win.target },
    targetMet: compareWithTarget(win, measured) === 'met',
    confirmedBy: confirmer.name,
    confirmedByTitle: confirmer.jobTitle,
    confirmedFrom: confirmer.from,
    confirmedOn: today,
  }
  const told = audienceWords({ ...audience, marketing: 0 })
  const [first] = [...audience.vendor, ...audience.customer]
  const toPlan: WinEmail[] =
    first === undefined
      ? []
      : [
          {
            kind: 'plan',
            to: [
              { company: workspace, names: told.vendor },
              { company: account, names: told.customer },
            ].filter(({ names }) => names !== ''),
            ...saidBy(winConfirmedWords({ ...facts, name: first, announcedTo: win.announcedTo })),
          },
        ]
  const marketing = audienceWords({ vendor: [], customer: [], marketing: audience.marketing }).vendor
  return marketing === ''
    ? toPlan
    : [
        ...toPlan,
        { kind: 'marketing', to: [{ company: workspace, names: marketing }], ...saidBy(referenceReadyWords(facts)) },
      ]
}

const saidBy = ({ subject, paragraphs }: EmailWords) => ({ subject, text: paragraphs.map(plainText) })
