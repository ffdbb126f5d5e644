import { bounds } from '#app/kit/limits.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { notesWords } from './notes-words.ts'

/** Notes of a meeting. Posts `notes`. */
export const NotesForm = ({ idempotencyKey }: { idempotencyKey: string }) => (
  <Form idempotencyKey={idempotencyKey} intent="read-notes">
    <TextArea
      name="notes"
      label={notesWords.notes}
      hint={notesWords.notesHint}
      rows={12}
      maxLength={bounds.meetingNotes}
    />
    <div className="acts">
      <SubmitButton busyText={notesWords.reading}>{notesWords.read}</SubmitButton>
    </div>
  </Form>
)
