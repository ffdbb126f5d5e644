import { bounds } from '#app/kit/limits.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { FileField, TextArea } from '#app/ui/text-field.tsx'
import { importWords } from './import-words.ts'

type Props = { idempotencyKey: string; reply: FormReply | undefined }

/** Where a plan comes from. Posts `file` or `cells`. */
export const ImportSourceForm = ({ idempotencyKey, reply }: Props) => (
  <Form idempotencyKey={idempotencyKey} intent="read-import" encType="multipart/form-data" reply={reply}>
    <div className="fields">
      <FileField
        name="file"
        label={importWords.file}
        accept=".xlsx,.csv,.tsv,.txt,.json"
        hint={importWords.fileHint}
        optional
      />
      <TextArea
        name="cells"
        label={importWords.pasted}
        hint={importWords.pastedHint}
        rows={8}
        maxLength={bounds.importedText}
        spellCheck={false}
        optional
      />
    </div>
    <div className="acts">
      <SubmitButton busyText={importWords.reading}>{importWords.read}</SubmitButton>
    </div>
  </Form>
)
