import { Button } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { copyWords } from './copy-words.ts'

type CopyFormProps = {
  action: string
  intent: 'export-person' | 'export-own-data' | 'export-member-data'
  idempotencyKey: string
}

/** Downloads a copy of a person's data. A plain form, since a file is no page. */
export const CopyForm = ({ action, intent, idempotencyKey }: CopyFormProps) => (
  <form method="post" action={action}>
    <HiddenFields values={{ intent, idempotencyKey }} />
    <div className="acts">
      <Button type="submit">{copyWords.download}</Button>
    </div>
  </form>
)
