import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { ErasurePage } from './erasure-queries.server.ts'
import { eraseFormWords, eraseWords, typeToConfirmWords } from './erasure-words.ts'

type Props = Pick<ErasurePage, 'person' | 'why'> & { idempotencyKey: string; reply: FormReply | undefined }

/** Erases someone once their name or address was typed; or says what has to be done first. */
export function EraseForm({ person, why, idempotencyKey, reply }: Props) {
  if (why) return <Notice tone="must">{why}</Notice>
  return (
    <Panel>
      <h2>{eraseWords(person.name)}</h2>
      <p>{eraseFormWords.noUndo}</p>
      <Form idempotencyKey={idempotencyKey} intent="erase-person" className="after-fields" reply={reply}>
        <div className="fields">
          <TextField
            name="confirmation"
            label={eraseFormWords.confirmation}
            width="half"
            autoComplete="off"
            maxLength={254}
            hint={typeToConfirmWords(person.name, person.email)}
          />
        </div>
        <div className="acts">
          <SubmitButton tone="danger" busyText={eraseFormWords.erasing}>
            {eraseFormWords.erase}
          </SubmitButton>
        </div>
      </Form>
    </Panel>
  )
}
