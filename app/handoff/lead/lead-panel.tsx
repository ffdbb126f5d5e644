import { textSizes } from '#app/kit/limits.ts'
import { roleNameList } from '#app/policy/role-name-words.ts'
import { AskFirst } from '#app/ui/ask-first.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { Check } from '#app/ui/check-group.tsx'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import type { KeyFor } from '#app/ui/form-keys.ts'
import { Form } from '#app/ui/form.tsx'
import { Avatar } from '#app/ui/marks.tsx'
import { Name } from '#app/ui/name.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { handoffFormLabels, historyWords, leadPanelWords, offerFormWords } from './handoff-words.ts'
import type { LeadView } from './handoff-view.ts'

export type LeadPanelProps = { view: LeadView; today: string; keyFor: KeyFor; reply?: FormReply | null | undefined }

/** Who leads the plan now, and the handoff: its forms for those who hand over, and for the member who was asked. */
export function LeadPanel({ view, today, keyFor, reply }: LeadPanelProps) {
  const { lead, waiting, past, receivers } = view
  return (
    <section className="panel lead-panel" aria-labelledby="lead-title">
      <h2 id="lead-title">{leadPanelWords.title}</h2>
      <p className="lead-person">
        <Avatar name={lead.name} side="vendor" />
        <span>
          <b dir="auto">{lead.name}</b>
          <small dir="auto">{lead.jobTitle ?? roleNameList(lead.roles)}</small>
        </span>
      </p>
      {waiting && <Waiting {...{ waiting, today, keyFor, reply }} lead={lead.name} mayWithdraw={receivers !== null} />}
      {!waiting && receivers && <OfferForm {...{ receivers, keyFor, reply }} lead={lead.name} />}
      {past.length > 0 && (
        <details className="past-handoffs" open={past[0]?.state === 'sent back'}>
          <summary>{historyWords.title}</summary>
          <ul>
            {past.map((one) => (
              <li key={one.id}>
                {historyWords.line(one, today)}
                {one.questions && <blockquote dir="auto">{one.questions}</blockquote>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

type WaitingProps = Omit<LeadPanelProps, 'view'> & {
  waiting: NonNullable<LeadView['waiting']>
  lead: string
  mayWithdraw: boolean
}

function Waiting({ waiting, lead, mayWithdraw, today, keyFor, reply }: WaitingProps) {
  const { id, receiver, by, offeredOn, note, withTasks, isMine } = waiting
  const sentBack = replyTo(reply, 'send-back-handoff')
  const withdrawn = replyTo(reply, 'withdraw-handoff')
  return (
    <>
      <p>
        {isMine ? leadPanelWords.asked(by) : leadPanelWords.waits(receiver, offeredOn, today)}{' '}
        {leadPanelWords.stays(lead)} {withTasks ? leadPanelWords.withTasks(lead) : leadPanelWords.withoutTasks(lead)}
      </p>
      {note && (
        <blockquote dir="auto">
          {note}
          <footer>
            <Name>{by}</Name>
          </footer>
        </blockquote>
      )}
      <div className="acts no-print">
        {isMine && (
          <>
            <Form
              className="inline"
              intent="accept-handoff"
              idempotencyKey={keyFor('accept-handoff', id)}
              hidden={{ handoffId: id }}
              reply={replyTo(reply, 'accept-handoff')}
            >
              <SubmitButton>{leadPanelWords.accept}</SubmitButton>
            </Form>
            <details className="send-back" open={sentBack?.status === 'invalid'}>
              <summary className="btn">{leadPanelWords.sendBack}</summary>
              <Form
                intent="send-back-handoff"
                idempotencyKey={keyFor('send-back-handoff', id)}
                hidden={{ handoffId: id }}
                reply={sentBack}
              >
                <TextArea name="questions" label={leadPanelWords.questions} rows={3} maxLength={textSizes.note} />
                <div className="acts">
                  <SubmitButton tone="plain">{leadPanelWords.send}</SubmitButton>
                </div>
              </Form>
            </details>
          </>
        )}
        {mayWithdraw && (
          <AskFirst
            text={leadPanelWords.withdraw}
            about={receiver}
            says={leadPanelWords.withdrawSays(receiver)}
            reply={withdrawn}
          >
            <Form
              intent="withdraw-handoff"
              idempotencyKey={keyFor('withdraw-handoff', id)}
              hidden={{ handoffId: id }}
              reply={withdrawn}
            >
              <SubmitButton tone="danger">{leadPanelWords.withdraw}</SubmitButton>
            </Form>
          </AskFirst>
        )}
      </div>
    </>
  )
}

type OfferFormProps = Pick<LeadPanelProps, 'keyFor' | 'reply'> & {
  receivers: NonNullable<LeadView['receivers']>
  lead: string
}

function OfferForm({ receivers, lead, keyFor, reply }: OfferFormProps) {
  const offered = replyTo(reply, 'offer-handoff')
  if (receivers.length === 0) return <p className="fine">{offerFormWords.noOthers}</p>
  return (
    <details className="no-print" open={offered?.status === 'invalid'}>
      <summary className="btn">{offerFormWords.title}</summary>
      <Form intent="offer-handoff" idempotencyKey={keyFor('offer-handoff')} reply={offered}>
        <div className="fields">
          <SelectField
            name="receiverId"
            label={handoffFormLabels.receiver}
            width="half"
            options={[{ value: '', text: offerFormWords.choose }, ...receivers]}
          />
          <TextArea
            name="note"
            label={handoffFormLabels.note}
            hint={offerFormWords.noteHint}
            rows={3}
            optional
            maxLength={textSizes.note}
          />
          <Check name="withTasks" value="yes" label={offerFormWords.withTasks(lead)} checked />
        </div>
        <p className="fine">{offerFormWords.says}</p>
        <div className="acts">
          <SubmitButton>{offerFormWords.send}</SubmitButton>
        </div>
      </Form>
    </details>
  )
}
