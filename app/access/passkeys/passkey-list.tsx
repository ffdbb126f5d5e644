import { useEffect, useRef } from 'react'
import { AskFirst } from '#app/ui/ask-first.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import type { KeyFor } from '#app/ui/form-keys.ts'
import type { FormReply } from '#app/ui/form-reply.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { longestPasskeyName } from './passkey-limits.ts'
import type { PasskeyLine } from './passkey-queries.server.ts'
import { passkeyFacts, passkeyListWords, removePasskeyNowWords, renamePasskeyWords } from './passkey-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'

/** Where a passkey is kept, since when, and when it was last used. */
export const PasskeyFacts = ({ synced, createdAt, lastUsedAt }: Omit<PasskeyLine, 'id' | 'name'>) => (
  <Sentence
    parts={passkeyFacts({
      synced,
      added: <Moment at={createdAt} />,
      lastUsed: lastUsedAt && <Moment at={lastUsedAt} />,
    })}
  />
)

type Props = {
  passkeys: PasskeyLine[]
  keyFor: KeyFor
  reply: FormReply | undefined
  /** The place on the page that its address names: a passkey that was just added is open, and one can type its name. */
  openAt: string
}

/** One's own passkeys; each opens to be renamed or removed. */
export function PasskeyList({ passkeys, keyFor, reply, openAt }: Props) {
  const named = useRef<HTMLDetailsElement>(null)
  useEffect(() => named.current?.querySelector<HTMLInputElement>('input:not([type=hidden])')?.focus(), [openAt])
  return (
    <ul className="passkeys" aria-label={passkeyListWords.title}>
      {passkeys.map((passkey) => {
        const { id, name } = passkey
        const isNamed = openAt === `#passkey-${id}`
        const own = reply && reply.status !== 'done' && reply.values['passkeyId'] === id ? reply : undefined
        return (
          <li key={id} id={`passkey-${id}`}>
            <details ref={isNamed ? named : undefined} className="panel fold-panel" open={isNamed || own !== undefined}>
              <summary>
                <span>
                  <b>
                    <bdi>{name}</bdi>
                  </b>
                  <small>
                    <PasskeyFacts {...passkey} />
                  </small>
                </span>
              </summary>
              <Form
                key={name}
                intent="rename-passkey"
                idempotencyKey={keyFor('rename-passkey', id)}
                hidden={{ passkeyId: id }}
                seen={{ name }}
                reply={replyTo(own, 'rename-passkey')}
              >
                <div className="fields">
                  <TextField
                    name="name"
                    label={passkeyListWords.name}
                    hint={passkeyListWords.nameHint}
                    value={name}
                    maxLength={longestPasskeyName}
                    autoComplete="off"
                  />
                </div>
                <div className="acts">
                  <SubmitButton tone="plain" aria-label={renamePasskeyWords(name)}>
                    {passkeyListWords.rename}
                  </SubmitButton>
                </div>
              </Form>
              <AskFirst
                text={buttonWords.remove}
                about={name}
                says={passkeyListWords.removeHint}
                reply={replyTo(own, 'remove-passkey')}
              >
                <Form
                  intent="remove-passkey"
                  idempotencyKey={keyFor('remove-passkey', id)}
                  hidden={{ passkeyId: id }}
                  reply={replyTo(own, 'remove-passkey')}
                >
                  <SubmitButton tone="plain" busyText={buttonWords.removing} aria-label={removePasskeyNowWords(name)}>
                    {passkeyListWords.removeNow}
                  </SubmitButton>
                </Form>
              </AskFirst>
            </details>
          </li>
        )
      })}
    </ul>
  )
}
