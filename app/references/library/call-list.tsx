import { planLinks } from '#app/kit/paths.ts'
import { textSizes } from '#app/kit/limits.ts'
import { AskFirst } from '#app/ui/ask-first.tsx'
import { Button, ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { buttonWords } from '#app/ui/button-words.ts'
import { type FormReply, postedValue, replyTo } from '#app/ui/form-reply.ts'
import type { KeyFor } from '#app/ui/form-keys.ts'
import { Form } from '#app/ui/form.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { RequestView } from './library-view.ts'
import { RequestHead } from './request-list.tsx'
import { acceptTimeLabel, askedWords, callsPageWords } from './request-words.ts'

type CallListProps = {
  /** Not while the consent is on hold or expired. */
  mayAccept: boolean
  requests: readonly RequestView[]
  planId: string
  keyFor: KeyFor
  reply: Parameters<typeof replyTo>[0]
}

/** What the champion is asked for, and planned: one press accepts a time, or declines. */
export const CallList = ({ mayAccept, requests, planId, keyFor, reply }: CallListProps) => (
  <ul className="requests">
    {requests.map((request) => {
      const { id, by, what, deal, standing, times } = request
      const own = postedValue(reply, 'requestId') === id ? reply : null
      const declining = replyTo(own, 'decline-request')
      return (
        <li key={id}>
          <RequestHead request={request} isTagged={standing !== 'open' && standing !== 'planned'}>
            {askedWords(by, what, deal)}
          </RequestHead>
          {standing === 'open' && mayAccept && (
            <Form
              idempotencyKey={keyFor('accept-request', id)}
              intent="accept-request"
              reply={replyTo(own, 'accept-request')}
              hidden={{ requestId: id }}
            >
              <div className="acts accept-times">
                {times.map(({ at, words, isPast }, choice) => (
                  <Button key={at} type="submit" name="chosen" value={choice} disabled={isPast} tone="main">
                    {acceptTimeLabel(words)}
                  </Button>
                ))}
              </div>
            </Form>
          )}
          <div className="acts no-print">
            {request.hasCalendarFile && (
              <ButtonLink to={planLinks(planId).callFile(id)} reload>
                {callsPageWords.calendar}
              </ButtonLink>
            )}
            {standing === 'open' && (
              <DeclineForm request={request} keyFor={keyFor} reply={declining} {...callsPageWords.declining} />
            )}
            {standing === 'planned' && (
              <DeclineForm request={request} keyFor={keyFor} reply={declining} {...callsPageWords.withdrawing} />
            )}
          </div>
        </li>
      )
    })}
  </ul>
)

type DeclineFormProps = {
  request: RequestView
  keyFor: KeyFor
  reply: FormReply | null | undefined
  text: string
  says: string
  now: string
}

const DeclineForm = ({ request: { id, deal }, keyFor, reply, text, says, now }: DeclineFormProps) => (
  <AskFirst text={text} about={deal} says={says} reply={reply}>
    <Form
      idempotencyKey={keyFor('decline-request', id)}
      intent="decline-request"
      reply={reply}
      hidden={{ requestId: id }}
    >
      <TextField name="declineReason" label={callsPageWords.declineReason} optional maxLength={textSizes.sentence} />
      <div className="acts">
        <SubmitButton tone="danger" busyText={buttonWords.sending}>
          {now}
        </SubmitButton>
      </div>
    </Form>
  </AskFirst>
)
