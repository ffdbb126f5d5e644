import { AskFirst } from '#app/ui/ask-first.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import type { KeyFor } from '#app/ui/form-keys.ts'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { PasskeyLine } from './passkey-queries.server.ts'
import { PasskeyFacts } from './passkey-list.tsx'
import {
  memberPasskeysWords,
  noPasskeysWords,
  passkeysOf,
  passkeysTitle,
  removeAllPasskeysWords,
  removeMemberPasskeyWords,
  removePasskeyNowWords,
} from './passkey-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'

type Props = { name: string; passkeys: PasskeyLine[]; keyFor: KeyFor; reply: FormReply | undefined }

/** The refusal of the form that removes this passkey, or all of them where none is named. */
const replyAbout = (reply: FormReply | undefined, passkeyId?: string) =>
  replyTo(reply, 'remove-member-passkeys', { passkeyId })

/** A member's passkeys, for admins, who may remove them: folded, since removing cannot be undone. */
export function MemberPasskeys({ name, passkeys, keyFor, reply }: Props) {
  if (passkeys.length === 0)
    return (
      <Panel>
        <h2>{memberPasskeysWords.title}</h2>
        <p>{noPasskeysWords(name)}</p>
      </Panel>
    )
  return (
    <details className="panel fold-panel" open={reply !== undefined}>
      <summary>
        <h2>{passkeysTitle(passkeys.length)}</h2>
      </summary>
      <ul className="people bare after-fields" aria-label={passkeysOf(name)}>
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
                text={buttonWords.remove}
                about={passkey.name}
                says={removeMemberPasskeyWords(name)}
                reply={replyAbout(reply, passkey.id)}
              >
                <Form
                  intent="remove-member-passkeys"
                  idempotencyKey={keyFor('remove-member-passkeys', passkey.id)}
                  hidden={{ passkeyId: passkey.id }}
                  reply={replyAbout(reply, passkey.id)}
                >
                  <SubmitButton
                    tone="quiet"
                    busyText={buttonWords.removing}
                    aria-label={removePasskeyNowWords(passkey.name)}
                  >
                    {memberPasskeysWords.removeNow}
                  </SubmitButton>
                </Form>
              </AskFirst>
            </div>
          </li>
        ))}
      </ul>
      <AskFirst
        text={memberPasskeysWords.removeAll}
        about={name}
        says={removeAllPasskeysWords(name)}
        reply={replyAbout(reply)}
      >
        <Form
          intent="remove-member-passkeys"
          idempotencyKey={keyFor('remove-member-passkeys')}
          reply={replyAbout(reply)}
        >
          <SubmitButton tone="plain" busyText={buttonWords.removing}>
            {memberPasskeysWords.removeAllNow}
          </SubmitButton>
        </Form>
      </AskFirst>
    </details>
  )
}
