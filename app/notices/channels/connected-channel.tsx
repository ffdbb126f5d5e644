import { chatTopics } from '#app/outbox/chat-topics.ts'
import { AskFirst } from '#app/ui/ask-first.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { buttonAbout } from '#app/ui/button-words.ts'
import { CheckGroup } from '#app/ui/check-group.tsx'
import type { KeyFor } from '#app/ui/form-keys.ts'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Tag } from '#app/ui/marks.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import type { ChannelView } from './channel-queries.server.ts'
import {
  channelFailedWords,
  channelTopicsWords,
  channelsPageWords,
  chatKindNames,
  chatTopicLabels,
} from './chat-words.ts'

type Props = { channel: ChannelView; keyFor: KeyFor; reply: FormReply | null | undefined }

/** A channel: what is posted there, why it takes nothing where that is so, and the way to end it. */
export function ConnectedChannel({ channel: { id, kind, name, topics, failure, failedAt }, keyFor, reply }: Props) {
  const about = (intent: string) => replyTo(reply, intent, { channelId: id })
  return (
    <Panel>
      <h2>
        <bdi>{name}</bdi> <Tag>{chatKindNames[kind]}</Tag>
      </h2>
      {failure !== null && (
        <Notice tone="must">
          {failedAt === null ? failure : <Sentence parts={channelFailedWords(failure, <Moment at={failedAt} />)} />}
        </Notice>
      )}
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
            label: chatTopicLabels[topic].label,
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
