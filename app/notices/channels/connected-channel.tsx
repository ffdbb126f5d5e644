import { chatTopics } from '#app/outbox/chat-topics.ts'
import { AskFirst } from '#app/ui/ask-first.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { buttonAbout } from '#app/ui/button-words.ts'
import { CheckGroup } from '#app/ui/check-group.tsx'
import type { KeyFor } from '#app/ui/form-keys.ts'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { ChannelView } from './channel-queries.server.ts'
import { channelTopicsWords, channelsPageWords, chatKindNames, chatTopicLabels } from './chat-words.ts'

type Props = { channel: ChannelView; keyFor: KeyFor; reply: FormReply | null | undefined }

/** A channel: what is posted there, why it takes nothing where that is so, and the way to end it. */
export function ConnectedChannel({ channel: { id, kind, name, topics, failure }, keyFor, reply }: Props) {
  const about = (intent: string) => replyTo(reply, intent, { channelId: id })
  return (
    <Panel>
      <h2>
        <bdi>{name}</bdi> <small>{chatKindNames[kind]}</small>
      </h2>
      {failure !== null && <Notice tone="must">{failure}</Notice>}
      <Form
        intent="choose-channel-topics"
        idempotencyKey={keyFor('choose-channel-topics', id)}
        hidden={{ channelId: id }}
        reply={about('choose-channel-topics')}
      >
        <CheckGroup
          name="topics"
          legend={channelTopicsWords(name)}
          options={chatTopics.map((topic) => ({
            value: topic,
            ...chatTopicLabels[topic],
            checked: topics.includes(topic),
          }))}
        />
        <div className="acts">
          <SubmitButton tone="plain" aria-label={buttonAbout(channelsPageWords.save, name)}>
            {channelsPageWords.save}
          </SubmitButton>
        </div>
      </Form>
      <AskFirst
        text={channelsPageWords.disconnect}
        about={name}
        says={channelsPageWords.disconnectHint}
        reply={about('disconnect-channel')}
      >
        <Form
          intent="disconnect-channel"
          idempotencyKey={keyFor('disconnect-channel', id)}
          hidden={{ channelId: id }}
          reply={about('disconnect-channel')}
        >
          <SubmitButton tone="quiet" aria-label={buttonAbout(channelsPageWords.disconnectNow, name)}>
            {channelsPageWords.disconnectNow}
          </SubmitButton>
        </Form>
      </AskFirst>
    </Panel>
  )
}
