import { SubmitButton, ButtonLink } from '#app/ui/button.tsx'
import { buttonAbout } from '#app/ui/button-words.ts'
import type { KeyFor } from '#app/ui/form-keys.ts'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { planNameWords } from '#app/ui/name-words.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import type { FailedEmail } from './failed-email-queries.server.ts'
import { failedEmailFacts, failedEmailWords, failedEmailsWords } from './failed-email-words.ts'

type Props = { emails: readonly FailedEmail[]; keyFor: KeyFor; reply: FormReply | null | undefined }

/** Each email that never left: its reader, why, and what helps. */
export const FailedEmailList = ({ emails, keyFor, reply }: Props) => (
  <ul className="people bare stacks" aria-label={failedEmailsWords.title}>
    {emails.map(({ id, kind, to, name, plan, failure, at, help }) => (
      <li key={id}>
        <span>
          <b>{failedEmailWords(kind, name ?? to)}</b>
          <small>{failure}</small>
          <small>
            <Sentence
              parts={failedEmailFacts({
                address: name === null ? null : <bdi>{to}</bdi>,
                plan: plan && (
                  <PageLink className="text-link" to={plan.path}>
                    {planNameWords(plan)}
                  </PageLink>
                ),
                at: <Moment at={at} />,
              })}
            />
          </small>
        </span>
        <div className="people-acts">
          {help === 'send again' && (
            <Form
              intent="send-email-again"
              idempotencyKey={keyFor('send-email-again', id)}
              hidden={{ noticeId: id }}
              reply={replyTo(reply, 'send-email-again', { noticeId: id })}
            >
              <SubmitButton tone="quiet" aria-label={buttonAbout(failedEmailsWords.sendAgain, name ?? to)}>
                {failedEmailsWords.sendAgain}
              </SubmitButton>
            </Form>
          )}
          {help !== null && help !== 'send again' && (
            <ButtonLink to={help.correctOn} tone="quiet" label={buttonAbout(failedEmailsWords.correct, name ?? to)}>
              {failedEmailsWords.correct}
            </ButtonLink>
          )}
        </div>
      </li>
    ))}
  </ul>
)
