import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { longDate } from '#app/ui/date-words.ts'
import type { SituationValues } from './heard-sentences.ts'
import { heardSentences } from './heard-sentences.ts'
import type { HeardView } from './heard-view.ts'
import { heardConfirmedWords, heardFromTitle, heardWords, notedWords } from './heard-words.ts'
import { personWithWords } from '#app/ui/name-words.ts'

export type WhatWeHeardProps = {
  sheets: readonly HeardView[]
  vendor: string
  today: string
  formKey: string
  reply?: FormReply | null | undefined
  /** Where *That is right* posts to, with `intent` `confirm-situation` and `situationId`. */
  action?: string
  /** Whether sheets that are confirmed start folded, as on the plan page. */
  folded?: boolean
  /** Whether the plan can no longer change: then there is only text. */
  closed?: boolean
  changeAt: (situationId: string) => string
}

/** What the vendor heard, shown to the person who said it. A confirmed sheet is folded to one line. */
export function WhatWeHeard(props: WhatWeHeardProps) {
  const { sheets, vendor, today, formKey, reply, action, folded = false, closed = false, changeAt } = props
  const gone = goneWords(reply, sheets)
  if (sheets.length === 0 && !gone) return null
  return (
    <section className="heard" id="heard" aria-label={heardWords.title}>
      {gone && <Notice tone="must">{gone}</Notice>}
      {sheets.map((sheet) => (
        // Until it is confirmed only the vendor and this person see it: not on a plan that is printed for others.
        <details
          key={sheet.id}
          className={folded && !sheet.confirmedOn ? 'panel fold-panel own-only' : 'panel fold-panel'}
          open={!folded || !sheet.confirmedOn}
        >
          <summary>
            <h2>{sheet.mine ? heardWords.title : heardFromTitle(sheet.person)}</h2>
            <span className="eyebrow">{sheetStateWords(sheet, vendor, today)}</span>
          </summary>
          <div className="sentences">
            {heardSentences(sheet, today).map(({ lead, text }) => (
              <p key={lead}>
                <b>{lead}</b> {text}
              </p>
            ))}
          </div>
          {sheet.mine && !closed && (
            <div className="acts no-print">
              {!sheet.confirmedOn && (
                <Form
                  idempotencyKey={`${formKey}:confirm-situation:${sheet.id}`}
                  intent="confirm-situation"
                  hidden={{ situationId: sheet.id }}
                  seen={wordsOf(sheet)}
                  doing="reading"
                  action={action}
                  reply={replyOn(reply, sheet.id)}
                >
                  <SubmitButton aria-label={heardWords.confirmLabel}>{heardWords.confirm}</SubmitButton>
                </Form>
              )}
              <ButtonLink to={changeAt(sheet.id)}>{heardWords.change}</ButtonLink>
            </div>
          )}
        </details>
      ))}
    </section>
  )
}

const wordsOf = ({ jobTitle, issue, reasons, capabilities, difference, criticalDate }: SituationValues) => ({
  jobTitle,
  issue,
  reasons,
  capabilities,
  difference,
  criticalDate,
})

/** The answer to *That is right* on this sheet. */
function replyOn(reply: FormReply | null | undefined, situationId: string): FormReply | undefined {
  const answer = replyTo(reply, 'confirm-situation')
  return answer && answer.status !== 'done' && answer.values['situationId'] === situationId ? answer : undefined
}

/** Why a sheet could not be confirmed that the reader no longer sees. */
function goneWords(reply: FormReply | null | undefined, sheets: readonly HeardView[]): string | undefined {
  const answer = replyTo(reply, 'confirm-situation')
  if (answer?.status !== 'invalid' || sheets.some(({ id }) => id === answer.values['situationId'])) return undefined
  return answer.message
}

function sheetStateWords(sheet: HeardView, vendor: string, today: string): string {
  const who = personWithWords(sheet.person, sheet.jobTitle)
  if (sheet.confirmedOn) return heardConfirmedWords(who, longDate(sheet.confirmedOn, today))
  return sheet.mine ? notedWords(vendor) : who
}
