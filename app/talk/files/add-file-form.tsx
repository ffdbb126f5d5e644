import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { FileField } from '#app/ui/text-field.tsx'
import { addFileFormWords, fileHint } from './attachment-words.ts'
import { acceptedFiles } from './file-types.ts'

type Props = { action: string; idempotencyKey: string; reply?: FormReply | null | undefined }

/** Adds a file to a task. Posts `file`. */
export const AddFileForm = ({ action, idempotencyKey, reply }: Props) => (
  <Form action={action} idempotencyKey={idempotencyKey} intent="add-file" encType="multipart/form-data" reply={reply}>
    <FileField name="file" label={addFileFormWords.file} accept={acceptedFiles} hint={fileHint} />
    <div className="acts">
      <SubmitButton busyText={addFileFormWords.adding}>{addFileFormWords.add}</SubmitButton>
    </div>
  </Form>
)
