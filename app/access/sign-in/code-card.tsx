import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { HeldEmails } from '#app/ui/held-emails.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { EntryCard } from './entry-cards.tsx'
import { askForCodeWords, codeWords } from './code-words.ts'
import { entryWords } from './entry-words.ts'

export type CodeCardProps = {
  idempotencyKey: string
  workspace: { name: string; logo: string | null }
  emailsAreHeld: boolean
  reply?: FormReply | null | undefined
}

/** Asks for the six digits that were mailed. Posts `code`. */
export function CodeCard({ idempotencyKey, workspace, emailsAreHeld, reply }: CodeCardProps) {
  return (
    <EntryCard workspace={workspace} title={codeWords.title} text={askForCodeWords(workspace.name)}>
      {emailsAreHeld && <HeldEmails />}
      <div className="panel">
        <Form idempotencyKey={idempotencyKey} intent="enter-code" reply={reply}>
          <div className="fields">
            <TextField
              name="code"
              label={codeWords.code}
              autoComplete="one-time-code"
              inputMode="numeric"
              maxLength={12}
              hint={codeWords.codeHint}
            />
          </div>
          <div className="acts">
            <SubmitButton busyText={entryWords.pleaseWait}>{entryWords.continue}</SubmitButton>
          </div>
        </Form>
      </div>
    </EntryCard>
  )
}
