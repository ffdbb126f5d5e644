import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { longDate } from '#app/ui/date-words.ts'
import type { SituationValues } from './heard-sentences.ts'
import { heardSentences } from './heard-sentences.ts'
import type { HeardView } from './heard-view.ts'
import { seenOfSituation, situationValueWords } from './seen-of-situation.ts'
import { heardConfirmedWords, heardFromTitle, heardWords, notedWords } from './heard-words.ts'
import { personWithWords } from '#app/ui/name-words.ts'

export type WhatWeHeardProps = {
  situations: readonly HeardView[]
  vendor: string
  today: string
  formKey: string
  reply?: FormReply | null | undefined
  /** Where *That is right* posts to, with `intent` `confirm-situation` and `situationId`. */
  action?: string
  /** Whether situations that are confirmed start folded, as on the plan page. */
  folded?: boolean
  /** Whether the plan can no longer change: then there is only text. */
  closed?: boolean
  changeAt: (situationId: string) => string
}

/** What the vendor heard, shown to the person who said it. A confirmed situation is folded to one line. */
export function WhatWeHeard(props: WhatWeHeardProps) {
  const { situations, vendor, today, formKey, reply, action, folded = false, closed = false, changeAt } = props
  const gone = goneWords(reply, situations)
  if (situations.length === 0 && !gone) return null
  return (
    <section className="heard" id="heard" aria-label={heardWords.title}>
      {gone && <Notice tone="must">{gone}</Notice>}
      {situations.map((situation) => (
        // Until it is confirmed only the vendor and this person see it: not on a plan that is printed for others.
        <details
          key={situation.id}
          className={folded && !situation.confirmedOn ? 'panel fold-panel own-only' : 'panel fold-panel'}
          open={!folded || !situation.confirmedOn}
        >
          <summary>
            <h2>{situation.mine ? heardWords.title : heardFromTitle(situation.person)}</h2>
            <span className="eyebrow">{sheetStateWords(situation, vendor, today)}</span>
          </summary>
          <div className="sentences">
            {heardSentences(situation, today).map(({ lead, text }) => (
              <p key={lead}>
                <b>{lead}</b>
                {` ${text}`}
              </p>
            ))}
          </div>
          {situation.mine && !closed && (
            <div className="acts no-print">
              {!situation.confirmedOn && (
                <Form
                  idempotencyKey={`${formKey}:confirm-situation:${situation.id}`}
                  intent="confirm-situation"
                  hidden={{ situationId: situation.id }}
                  seen={seenOfSituation(wordsOf(situation))}
                  show={situationValueWords}
                  doing="reading"
                  action={action}
                  reply={replyOn(reply, situation.id)}
                >
                  <SubmitButton aria-label={heardWords.confirmLabel}>{heardWords.confirm}</SubmitButton>
                </Form>
              )}
              <ButtonLink to={changeAt(situation.id)}>{heardWords.change}</ButtonLink>
            </div>
          )}
        </details>
      ))}
    </section>
  )
}

const wordsOf = ({
  jobTitle,
  issue,
  reasons,
  capabilities,
  difference,
  figures,
  criticalDate,
}: SituationValues): SituationValues => ({
  jobTitle,
  issue,
  reasons,
  capabilities,
  difference,
  figures,
  criticalDate,
})

/** The answer to *That is right* on this situation. */
function replyOn(reply: FormReply | null | undefined, situationId: string): FormReply | undefined {
  const answer = replyTo(reply, 'confirm-situation')
  return answer && answer.status !== 'done' && answer.values['situationId'] === situationId ? answer : undefined
}

/** Why a situation could not be confirmed that the reader no longer sees. */
function goneWords(reply: FormReply | null | undefined, situations: readonly HeardView[]): string | undefined {
  const answer = replyTo(reply, 'confirm-situation')
  if (answer?.status !== 'invalid' || situations.some(({ id }) => id === answer.values['situationId'])) return undefined
  return answer.message
}

function sheetStateWords(situation: HeardView, vendor: string, today: string): string {
  const who = personWithWords(situation.person, situation.jobTitle)
  if (situation.confirmedOn) return heardConfirmedWords(who, longDate(situation.confirmedOn, today))
  return situation.mine ? notedWords(vendor) : who
}
