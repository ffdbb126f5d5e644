import { AskFirst } from '#app/ui/ask-first.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import type { KeyFor } from '#app/ui/form-keys.ts'
import { Form } from '#app/ui/form.tsx'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Tag } from '#app/ui/marks.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Name } from '#app/ui/name.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import {
  keyExpiryWords,
  keyListWords,
  keyOriginWords,
  keyStateTags,
  keyUseWords,
  revokeNowWords,
} from './api-key-words.ts'

export type ApiKeyLine = {
  id: string
  name: string
  member: string
  scopes: string[]
  createdAt: string
  lastUsedAt: string | null
  expiresAt: string | null
  state: 'works' | 'expired' | 'revoked'
}

type Props = { keys: ApiKeyLine[]; keyFor: KeyFor; reply: FormReply | null | undefined }

/** Every key with what it is for, how it was used and when it ends; one that works can be revoked. */
export const ApiKeyList = ({ keys, keyFor, reply }: Props) => (
  <ul className="people bare" aria-label={keyListWords.title}>
    {keys.map(({ id, name, member, scopes, createdAt, lastUsedAt, expiresAt, state }) => (
      <li key={id}>
        <span>
          <b>
            <bdi>{name}</bdi>
          </b>
          <small>
            <Sentence
              parts={keyOriginWords({ scopes, member: <Name>{member}</Name>, created: <Moment at={createdAt} /> })}
            />{' '}
            <Sentence parts={keyUseWords(lastUsedAt && <Moment at={lastUsedAt} />)} />{' '}
            {keyExpiryWords(expiresAt, state === 'expired')}
          </small>
        </span>
        {state === 'works' ? (
          <div className="people-acts">
            <AskFirst
              text={keyListWords.revoke}
              about={name}
              says={keyListWords.revokeHint}
              reply={replyTo(reply, 'revoke-api-key', { keyId: id })}
            >
              <Form
                intent="revoke-api-key"
                idempotencyKey={keyFor('revoke-api-key', id)}
                hidden={{ keyId: id }}
                reply={replyTo(reply, 'revoke-api-key', { keyId: id })}
              >
                <SubmitButton tone="quiet" busyText={keyListWords.revoking} aria-label={revokeNowWords(name)}>
                  {keyListWords.revokeNow}
                </SubmitButton>
              </Form>
            </AskFirst>
          </div>
        ) : (
          <span className="tags">
            <Tag>{keyStateTags[state]}</Tag>
          </span>
        )}
      </li>
    ))}
  </ul>
)
