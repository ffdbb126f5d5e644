import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { FileField } from '#app/ui/text-field.tsx'
import { importWords } from './import-words.ts'

type Props = { idempotencyKey: string; reply: FormReply | undefined }

/** Chooses the file of a plan. Posts `file`. */
export const ImportFileForm = ({ idempotencyKey, reply }: Props) => (
  <Form idempotencyKey={idempotencyKey} intent="read-import" encType="multipart/form-data" reply={reply}>
    <div className="fields">
      <FileField name="file" label={importWords.file} accept=".json" hint={importWords.fileHint} />
    </div>
    <div className="acts">
      <SubmitButton busyText={importWords.reading}>{importWords.read}</SubmitButton>
    </div>
  </Form>
)
