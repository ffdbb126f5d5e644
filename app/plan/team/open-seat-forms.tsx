import { useId } from 'react'
import { SubmitButton } from '#app/ui/button.tsx'
import { buttonWords } from '#app/ui/button-words.ts'
import { Check } from '#app/ui/check-group.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { textSizes } from '#app/kit/limits.ts'
import { longestName } from '#app/kit/plain-text.ts'
import { inviteFormWords } from '#app/access/participants/invite-words.ts'
import { OwnerFields, noOne, ownerGroups, placeholderText } from '../task/owner-fields.tsx'
import { ownerFieldWords } from '../task/owner-words.ts'
import { nameOwnersWords, seatWords } from './name-owners-words.ts'
import type { OpenSeat, OpenSeatsPage } from './open-seats-queries.server.ts'

type Props = {
  seat: OpenSeat
  page: OpenSeatsPage
  mayInvite: boolean
  keyFor: (...parts: string[]) => string
  replies: { edit: FormReply | null | undefined; invite: FormReply | null | undefined }
}

/** A task that needs a person: the owner's field, and an invitation that makes someone its owner. Posts `edit-task` or `invite-owner`. */
export function OpenSeatForms({ seat, page, mayInvite, keyFor, replies }: Props) {
  const titleId = useId()
  const { id: taskId, title, owner, alsoOwns } = seat
  const { owners, companies } = page
  const options = [...noOne, ...ownerGroups({ owners, companies }).flatMap((group) => group.options)]
  const show = (_field: string, value: string) => options.find((option) => option.value === value)?.text ?? value
  return (
    <section aria-labelledby={titleId}>
      <Panel>
        <h2 id={titleId} dir="auto">
          {title}
        </h2>
        <p>{seatWords(seat.milestone, seat.dueOn, page.today)}</p>
        <Form
          idempotencyKey={keyFor('edit-task', taskId)}
          intent="edit-task"
          hidden={{ taskId }}
          reply={replies.edit}
          seen={{ owner }}
          show={show}
        >
          <div className="fields">
            <OwnerFields owners={owners} companies={companies} value={owner} alsoOwns={alsoOwns} />
          </div>
          <div className="acts">
            <SubmitButton>{buttonWords.save}</SubmitButton>
          </div>
        </Form>
        {mayInvite && (
          <details open={replies.invite ? true : undefined}>
            <summary>{nameOwnersWords.invite}</summary>
            <Form
              idempotencyKey={keyFor('invite-owner', taskId)}
              intent="invite-owner"
              hidden={{ taskId, owner: 'invited' }}
              reply={replies.invite}
              seen={{ owner }}
              show={show}
            >
              <p>{nameOwnersWords.inviteHint(companies.customer)}</p>
              <div className="fields">
                <TextField
                  name="name"
                  label={inviteFormWords.name}
                  width="half"
                  optional
                  autoComplete="off"
                  maxLength={longestName}
                />
                <TextField
                  name="email"
                  label={inviteFormWords.email}
                  width="half"
                  type="email"
                  autoComplete="off"
                  maxLength={textSizes.address}
                />
                {alsoOwns.length > 0 && (
                  <Check
                    name="alsoFor"
                    value={JSON.stringify(alsoOwns)}
                    label={ownerFieldWords.alsoOwns(placeholderText(owners, owner), alsoOwns.length)}
                  />
                )}
              </div>
              <div className="acts">
                <SubmitButton>{nameOwnersWords.send}</SubmitButton>
              </div>
            </Form>
          </details>
        )}
      </Panel>
    </section>
  )
}
