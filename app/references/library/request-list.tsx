import type { ReactNode } from 'react'
import { planLinks } from '#app/kit/paths.ts'
import { AskFirst } from '#app/ui/ask-first.tsx'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { buttonWords } from '#app/ui/button-words.ts'
import { Check } from '#app/ui/check-group.tsx'
import { type FormReply, postedValue, replyTo } from '#app/ui/form-reply.ts'
import type { KeyFor } from '#app/ui/form-keys.ts'
import { Form } from '#app/ui/form.tsx'
import { Tag } from '#app/ui/marks.tsx'
import { quoted } from '#app/ui/name-words.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { dealOutcomes } from './call-rules.ts'
import { standingTone } from './request-links.tsx'
import type { RequestView } from './library-view.ts'
import {
  dealOutcomeWords,
  endedWithWords,
  requestListWords,
  requestedForWords,
  standingWords,
} from './request-words.ts'

type RequestListProps = {
  requests: readonly RequestView[]
  /** Whether the reader acts on everyone's, as marketing and admins do. */
  actsForAll: boolean
  keyFor: KeyFor
  reply: Parameters<typeof replyTo>[0]
}

/** What was requested of a reference, the newest first, with what the member who asked can do. */
export function RequestList({ requests, actsForAll, keyFor, reply }: RequestListProps) {
  if (requests.length === 0) return <p className="fine">{requestListWords.none}</p>
  return (
    <ul className="requests">
      {requests.map((request) => {
        const { id, standing, isOwn } = request
        const own = postedValue(reply, 'requestId') === id ? reply : null
        const may = isOwn || actsForAll
        return (
          <li key={id}>
            <RequestHead request={request}>{requestedForWords(request.by, request.deal)}</RequestHead>
            {may && (
              <div className="acts no-print">
                {request.hasCalendarFile && (
                  <ButtonLink to={planLinks(request.planId).callFile(id)} reload>
                    {requestListWords.calendar}
                  </ButtonLink>
                )}
                {(standing === 'open' || standing === 'planned') && (
                  <CancelForm request={request} keyFor={keyFor} reply={replyTo(own, 'cancel-request')} />
                )}
              </div>
            )}
            {may && ['over', 'took place', 'did not take place'].includes(standing) && (
              <OutcomeForm request={request} keyFor={keyFor} reply={replyTo(own, 'note-outcome')} />
            )}
          </li>
        )
      })}
    </ul>
  )
}

type RequestHeadProps = {
  request: RequestView
  /** Whether it says how the request stands, where no heading above does. */
  isTagged?: boolean
  children: ReactNode
}

/** Who and when, how it stands, and what was said. */
export const RequestHead = ({ request, isTagged = true, children }: RequestHeadProps) => (
  <>
    <p className="request-head">
      <b>{children}</b>
      {isTagged && <Tag tone={standingTone(request.standing)}>{standingWords[request.standing]}</Tag>}
    </p>
    <p>{quoted(request.why)}</p>
    {request.standing !== 'open' && request.standing !== 'lapsed' && request.times.length === 1 && (
      <p className="fine">{request.times[0]?.words}</p>
    )}
    {request.answer && <p className="fine">{quoted(request.answer)}</p>}
    {request.outcome && <p className="fine">{endedWithWords[request.outcome]}</p>}
  </>
)

type FormProps = { request: RequestView; keyFor: RequestListProps['keyFor']; reply: FormReply | null | undefined }

const CancelForm = ({ request, keyFor, reply }: FormProps) => (
  <AskFirst text={requestListWords.cancel} about={request.deal} says={requestListWords.cancelSays} reply={reply}>
    <Form
      idempotencyKey={keyFor('cancel-request', request.id)}
      intent="cancel-request"
      reply={reply}
      hidden={{ requestId: request.id }}
    >
      <SubmitButton tone="danger" busyText={buttonWords.sending}>
        {requestListWords.cancelNow}
      </SubmitButton>
    </Form>
  </AskFirst>
)

const OutcomeForm = ({ request, keyFor, reply }: FormProps) => (
  <Form
    idempotencyKey={keyFor('note-outcome', request.id)}
    intent="note-outcome"
    reply={reply}
    hidden={{ requestId: request.id }}
    className="outcome-form"
  >
    <div className="fields">
      <Check
        name="tookPlace"
        value="yes"
        label={requestListWords.tookPlace}
        checked={request.standing !== 'did not take place'}
      />
      <SelectField
        name="outcome"
        label={requestListWords.outcome}
        width="half"
        value={request.outcome ?? 'open'}
        options={dealOutcomes.map((value) => ({ value, text: dealOutcomeWords[value] }))}
      />
    </div>
    <div className="acts">
      <SubmitButton tone={request.standing === 'over' ? 'main' : 'plain'}>{requestListWords.note}</SubmitButton>
    </div>
  </Form>
)
