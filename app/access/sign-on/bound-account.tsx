import { AskFirst } from '#app/ui/ask-first.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import { accountPanelWords, boundAccountWords, releaseAccountWords } from './bound-account-words.ts'

type Props = {
  name: string
  account: { issuer: string; boundAt: string }
  idempotencyKey: string
  reply: FormReply | undefined
}

/** Which account at the company's provider is a member's, and the way to let it be another. */
export const BoundAccount = ({ name, account: { issuer, boundAt }, idempotencyKey, reply }: Props) => (
  <Panel>
    <h2>{accountPanelWords.title}</h2>
    <p>
      <Sentence
        parts={boundAccountWords({
          name,
          issuer: <code className="address">{issuer}</code>,
          since: <Moment at={boundAt} />,
        })}
      />
    </p>
    <p className="fine">{accountPanelWords.whenToUnlink}</p>
    <AskFirst text={accountPanelWords.unlink} about={name} says={releaseAccountWords(name)} reply={reply}>
      <Form idempotencyKey={idempotencyKey} intent="release-account" reply={reply}>
        <SubmitButton tone="plain" busyText={accountPanelWords.unlinking}>
          {accountPanelWords.unlinkNow}
        </SubmitButton>
      </Form>
    </AskFirst>
  </Panel>
)
