import { longestName } from '#app/kit/plain-text.ts'
import { textSizes } from '#app/kit/limits.ts'
import { chatKinds, chatTopics } from '#app/outbox/chat-topics.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { CheckGroup } from '#app/ui/check-group.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { channelsPageWords, chatKindNames, chatTopicLabels } from './chat-words.ts'

/** Connects a channel. Posts `kind`, `name`, `webhookAddress`, `topics`. */
export const ChannelForm = ({ idempotencyKey, reply }: { idempotencyKey: string; reply: FormReply | undefined }) => (
  <Form idempotencyKey={idempotencyKey} intent="connect-channel" reply={reply}>
    <div className="fields">
      <SelectField
        name="kind"
        label={channelsPageWords.kind}
        width="half"
        value="slack"
        options={chatKinds.map((kind) => ({ value: kind, text: chatKindNames[kind] }))}
      />
      <TextField
        name="name"
        label={channelsPageWords.name}
        hint={channelsPageWords.nameHint}
        width="half"
        autoComplete="off"
        maxLength={longestName}
      />
      <TextField
        name="webhookAddress"
        label={channelsPageWords.address}
        hint={channelsPageWords.addressHint}
        autoComplete="off"
        maxLength={textSizes.url}
      />
      <CheckGroup
        name="topics"
        legend={channelsPageWords.topics}
        options={chatTopics.map((topic) => ({ value: topic, ...chatTopicLabels[topic], checked: true }))}
      />
    </div>
    <div className="acts">
      <SubmitButton>{channelsPageWords.connectNow}</SubmitButton>
    </div>
  </Form>
)
