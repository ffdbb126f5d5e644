import { AskFirst } from '#app/ui/ask-first.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import type { KeyFor } from '#app/ui/form-keys.ts'
import { Form } from '#app/ui/form.tsx'
import { Panel } from '#app/ui/panel.tsx'
import {
  endAllSessionsWords,
  endSessionNowWords,
  endSessionWords,
  memberSessionsTitle,
  memberSessionsWords,
  sessionName,
  sessionWords,
} from './session-words.ts'

export type SessionLine = { id: string; device: string; seen: string; since: string }

type Props = { name: string; sessions: SessionLine[]; keyFor: KeyFor; reply: FormReply | undefined }

/** The refusal of the form that ends this session, or all of them where none is named. */
const replyAbout = (reply: FormReply | undefined, sessionId?: string) =>
  replyTo(reply, 'end-member-sessions', { sessionId })

/** Where a member is signed in, for admins, who may end any of it. */
export const MemberSessions = ({ name, sessions, keyFor, reply }: Props) => (
  <Panel>
    <h2>{memberSessionsTitle(name)}</h2>
    {sessions.length === 0 ? (
      <p>{memberSessionsWords.none}</p>
    ) : (
      <>
        <ul className="people bare">
          {sessions.map(({ id, device, seen, since }) => (
            <li key={id}>
              <span>
                <b>{device}</b>
                <small>{sessionWords({ seen, since })}</small>
              </span>
              <div className="people-acts">
                <AskFirst
                  text={memberSessionsWords.end}
                  about={sessionName(device, seen)}
                  says={endSessionWords(name)}
                  reply={replyAbout(reply, id)}
                >
                  <Form
                    intent="end-member-sessions"
                    idempotencyKey={keyFor('end-member-sessions', id)}
                    hidden={{ sessionId: id }}
                    reply={replyAbout(reply, id)}
                  >
                    <SubmitButton
                      tone="quiet"
                      busyText={memberSessionsWords.ending}
                      aria-label={endSessionNowWords(device, seen)}
                    >
                      {memberSessionsWords.endNow}
                    </SubmitButton>
                  </Form>
                </AskFirst>
              </div>
            </li>
          ))}
        </ul>
        <AskFirst
          text={memberSessionsWords.endAll}
          about={name}
          says={endAllSessionsWords(name)}
          reply={replyAbout(reply)}
        >
          <Form intent="end-member-sessions" idempotencyKey={keyFor('end-member-sessions')} reply={replyAbout(reply)}>
            <SubmitButton tone="plain" busyText={memberSessionsWords.ending}>
              {memberSessionsWords.endAllNow}
            </SubmitButton>
          </Form>
        </AskFirst>
      </>
    )}
  </Panel>
)
