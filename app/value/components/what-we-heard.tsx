import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { longDate } from '#app/ui/words.ts'
import type { SituationValues } from './heard-sentences.ts'
import { heardSentences } from './heard-sentences.ts'

export type HeardView = SituationValues & {
  id: string
  /** Whose situation it is. */
  person: string
  /** The day that the person said it is right; null until then. */
  confirmedOn: string | null
  /** Whether the reader is that person. */
  mine: boolean
}

export type WhatWeHeardProps = {
  sheets: readonly HeardView[]
  vendor: string
  today: string
  formKey: string
  reply?: FormReply | null | undefined
  /** Where *That is right* posts to, with `intent` `confirm-situation` and `situationId`. */
  action?: string
  /** Whether sheets that are confirmed begin folded, as on the plan page. */
  folded?: boolean
  changeAt: (situationId: string) => string
}

/** What the vendor heard, read back to the person who said it. What a person stands by folds to one line. */
export function WhatWeHeard(props: WhatWeHeardProps) {
  const { sheets, vendor, today, formKey, reply, action, folded = false, changeAt } = props
  if (sheets.length === 0) return null
  return (
    <section className="heard" aria-label="What we heard">
      {sheets.map((sheet) => (
        <details key={sheet.id} className="panel fold-panel" open={!folded || !sheet.confirmedOn}>
          <summary>
            <h2>{sheet.mine ? 'What we heard' : `What we heard from ${sheet.person}`}</h2>
            <span className="eyebrow">{standing(sheet, vendor, today)}</span>
          </summary>
          <div className="sentences">
            {heardSentences(sheet, today).map(({ lead, text }) => (
              <p key={lead}>
                <b>{lead}</b> {text}
              </p>
            ))}
          </div>
          {sheet.mine && (
            <div className="acts no-print">
              {!sheet.confirmedOn && (
                <Form
                  idempotencyKey={`${formKey}:confirm-situation:${sheet.id}`}
                  intent="confirm-situation"
                  hidden={{ situationId: sheet.id }}
                  action={action}
                  reply={replyTo(reply, 'confirm-situation')}
                >
                  <SubmitButton>That is right</SubmitButton>
                </Form>
              )}
              <ButtonLink to={changeAt(sheet.id)}>Change it</ButtonLink>
            </div>
          )}
        </details>
      ))}
    </section>
  )
}

function standing(sheet: HeardView, vendor: string, today: string): string {
  const who = [sheet.person, sheet.jobTitle].filter(Boolean).join(', ')
  if (sheet.confirmedOn) return `${who}, confirmed on ${longDate(sheet.confirmedOn, today)}`
  return sheet.mine ? `${vendor} wrote this down. Until you say that it is right, nobody else here sees it.` : who
}
