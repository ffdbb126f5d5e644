import { textSizes } from '#app/kit/limits.ts'
import { AskFirst } from '#app/ui/ask-first.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { buttonWords } from '#app/ui/button-words.ts'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { MemberRow } from '../workspace-queries.server.ts'
import { correctionEffect, memberAddressWords } from './member-address-words.ts'

type Props = {
  member: Pick<MemberRow, 'name' | 'bouncedOn' | 'invitedOn'>
  isOneself: boolean
  idempotencyKey: string
  reply: FormReply | undefined
}

/** What an admin can do about a member who is not reached at their address. Nothing is shown of one who is. Posts `email`. */
export function MemberAddress({ member: { name, bouncedOn, invitedOn }, isOneself, idempotencyKey, reply }: Props) {
  if (bouncedOn === null && invitedOn === null) return null
  return (
    <Panel>
      {bouncedOn === null ? (
        invitedOn !== null && (
          <>
            <h2>{memberAddressWords.invitedTag}</h2>
            <p>{memberAddressWords.invitedOn(name, invitedOn)}</p>
          </>
        )
      ) : (
        <>
          <h2>{memberAddressWords.comesBack}</h2>
          <p>{memberAddressWords.since(bouncedOn)}</p>
          <p className="fine">{memberAddressWords.worksAgain(name)}</p>
        </>
      )}
      {isOneself ? (
        <p className="fine">{memberAddressWords.own}</p>
      ) : (
        <AskFirst text={memberAddressWords.correct} about={name} says={correctionEffect(name)} reply={reply}>
          <Form idempotencyKey={idempotencyKey} intent="correct-member-address" reply={reply} className="after-fields">
            <div className="fields">
              <TextField
                name="email"
                label={memberAddressWords.email}
                type="email"
                width="half"
                autoComplete="off"
                maxLength={textSizes.address}
              />
            </div>
            <div className="acts">
              <SubmitButton busyText={buttonWords.sending}>{memberAddressWords.invite}</SubmitButton>
            </div>
          </Form>
        </AskFirst>
      )}
    </Panel>
  )
}
