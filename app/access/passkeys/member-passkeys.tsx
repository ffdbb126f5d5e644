import { AskFirst } from '#app/ui/ask-first.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import type { KeyFor } from '#app/ui/form-keys.ts'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { PasskeyLine } from './passkey-queries.server.ts'
import { PasskeyFacts } from './passkey-list.tsx'

type Props = { name: string; passkeys: PasskeyLine[]; keyFor: KeyFor; reply: FormReply | undefined }

/** The refusal of the form that removes this passkey, or all of them where none is named. */
const replyAbout = (reply: FormReply | undefined, passkeyId?: string) =>
  replyTo(reply, 'remove-member-passkeys', { passkeyId })

/** A member's passkeys, for admins, who may remove them: folded, since removing cannot be undone. */
export function MemberPasskeys({ name, passkeys, keyFor, reply }: Props) {
  if (passkeys.length === 0)
    return (
      <Panel>
        <h2>Passkeys</h2>
        <p>{name} has no passkeys and signs in by email.</p>
      </Panel>
    )
  return (
    <details className="panel fold-panel" open={reply !== undefined}>
      <summary>
        <h2>Passkeys: {passkeys.length}</h2>
      </summary>
      <ul className="people bare after-fields" aria-label={`Passkeys of ${name}`}>
        {passkeys.map((passkey) => (
          <li key={passkey.id}>
            <span>
              <b>
                <bdi>{passkey.name}</bdi>
              </b>
              <small>
                <PasskeyFacts {...passkey} />
              </small>
            </span>
            <div className="people-acts">
              <AskFirst
                text="Remove"
                about={passkey.name}
                says={`You can’t undo this. ${name} will be notified by email, stays signed in on other devices and can add another passkey.`}
                reply={replyAbout(reply, passkey.id)}
              >
                <Form
                  intent="remove-member-passkeys"
                  idempotencyKey={keyFor('remove-member-passkeys', passkey.id)}
                  hidden={{ passkeyId: passkey.id }}
                  reply={replyAbout(reply, passkey.id)}
                >
                  <SubmitButton tone="quiet" busyText="Removing…" aria-label={`Remove now: ${passkey.name}`}>
                    Remove now
                  </SubmitButton>
                </Form>
              </AskFirst>
            </div>
          </li>
        ))}
      </ul>
      <AskFirst
        text="Remove all passkeys"
        about={name}
        says={`Use this if a device was lost. You can’t undo it. ${name} will be notified by email, stays signed in on other devices and can add new passkeys.`}
        reply={replyAbout(reply)}
      >
        <Form
          intent="remove-member-passkeys"
          idempotencyKey={keyFor('remove-member-passkeys')}
          reply={replyAbout(reply)}
        >
          <SubmitButton tone="plain" busyText="Removing…">
            Remove all now
          </SubmitButton>
        </Form>
      </AskFirst>
    </details>
  )
}
