import { useEffect, useRef } from 'react'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { isPromiseBroken } from '../core/is-promise-broken.ts'
import { promiseSentence } from '../core/promise-words.ts'
import { taskLabels } from '../core/task-words.ts'
import { differenceSentence } from '../what-if/difference-words.ts'
import { WhatMoves } from '../what-if/preview-parts.tsx'
import type { LatePromise } from './late-promise.ts'
import { latePromiseWords, promiseCompareWords, promiseSectionWords } from './promise-section-words.ts'
import type { ShownTask } from './shown-task.ts'

export type PromiseReply = FormReply & { shown?: LatePromise }
type Props = { shown: ShownTask; reply?: PromiseReply | null | undefined }

/**
 * What the owner of an open task has promised, and for those who may give that word the form of a date: what one that is later than the plan
 * allows would move is told before it is kept, and stays told.
 */
export function TaskPromiseSection({ shown, reply }: Props) {
  const { task, viewer, today, latePromise, mayPromise } = shown
  const { promisedOn } = task
  if (task.doneOn !== null || (promisedOn === null && !mayPromise)) return null
  const asked = replyTo(reply, 'promise-date')
  const late = asked?.shown ?? latePromise
  const isOpen = asked !== undefined || promisedOn !== null
  return (
    <details className="panel fold-panel no-print" id="promise" open={isOpen}>
      <summary>
        <h2>{mayPromise ? promiseSectionWords.heading : taskLabels.promisedOn}</h2>
      </summary>
      {promisedOn && (
        <div className="promised">
          <p>
            {promiseSentence({ promisedOn, today })}{' '}
            {late === null && promiseCompareWords.expected(task.earlyFinish, today)}
          </p>
          {late && !asked?.shown && <MovedByPromise late={late} today={today} />}
        </div>
      )}
      {mayPromise && <PromiseForm shown={shown} reply={asked} />}
      {late && viewer.may.edit && (
        <p className="acts">
          <ButtonLink to={late.whatIf}>{promiseSectionWords.planWith}</ButtonLink>
        </p>
      )}
      {mayPromise && promisedOn && <WithdrawForm shown={shown} reply={reply} />}
    </details>
  )
}

/** Posts `promise-date`, `taskId`, `promisedOn`, and `keep` with the day that was asked about. */
function PromiseForm({ shown: { task, today, formKey, viewer }, reply }: Props) {
  const { promisedOn, owner } = task
  const isBroken = promisedOn !== null && isPromiseBroken({ promisedOn, today })
  const late = reply?.shown
  return (
    <Form
      idempotencyKey={`${formKey}:promise-date:${task.id}`}
      intent="promise-date"
      hidden={{ taskId: task.id }}
      reply={reply}
      seen={{ promisedOn: promisedOn ?? '' }}
    >
      <div className="fields">
        <DateField
          name="promisedOn"
          label={taskLabels.promisedOn}
          width="half"
          min={today}
          value={isBroken ? '' : (promisedOn ?? '')}
          hint={owner && owner.id !== viewer.id ? promiseSectionWords.hintFor(owner.name) : promiseSectionWords.hint}
        />
      </div>
      <div role="status" className="preview">
        {late && <AskedAgain late={late} today={today} />}
      </div>
      <div className="acts">
        {late && (
          <SubmitButton name="keep" value={late.promisedOn}>
            {promiseSectionWords.keep}
          </SubmitButton>
        )}
        <SubmitButton tone={late ? 'plain' : 'main'}>
          {promisedOn || late ? promiseSectionWords.another : promiseSectionWords.promise}
        </SubmitButton>
      </div>
    </Form>
  )
}

type LateProps = { late: LatePromise; today: string }

/** Asks before such a promise is kept. Sent from beside the plan, it is answered on the task's own page: the focus goes to the answer there. */
function AskedAgain({ late, today }: LateProps) {
  const sentence = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (!sentence.current?.closest('form')?.contains(document.activeElement)) sentence.current?.focus()
  }, [])
  return (
    <section aria-label={latePromiseWords.label}>
      {/* eslint-disable-next-line jsx-a11y/no-autofocus -- without script the answer is on a page that starts above it */}
      <p ref={sentence} tabIndex={-1} autoFocus>
        <LateSentence late={late} today={today} />
      </p>
      {late.difference && <WhatMoves shown={late.difference} />}
    </section>
  )
}

/** Which dates a promise moves that is later than the plan allows. */
const MovedByPromise = ({ late, today }: LateProps) => (
  <>
    <p>
      <LateSentence late={late} today={today} />
    </p>
    {late.difference && <WhatMoves shown={late.difference} />}
  </>
)

const LateSentence = ({ late: { promisedOn, latest, difference }, today }: LateProps) => (
  <>
    {latePromiseWords.later(promisedOn, latest, today)}{' '}
    {difference ? latePromiseWords.moves(differenceSentence(difference.parts)) : latePromiseWords.unknown}
  </>
)

/** Posts `withdraw-promise`, `taskId`, and `promisedOn` with the day that is taken back. */
const WithdrawForm = ({ shown: { task, formKey }, reply }: Props) => (
  <Form
    idempotencyKey={`${formKey}:withdraw-promise:${task.id}`}
    intent="withdraw-promise"
    hidden={{ taskId: task.id, promisedOn: task.promisedOn ?? '' }}
    reply={replyTo(reply, 'withdraw-promise')}
  >
    <div className="acts">
      <SubmitButton tone="quiet">{promiseSectionWords.withdraw}</SubmitButton>
    </div>
  </Form>
)
