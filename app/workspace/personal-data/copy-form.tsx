import { Button } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'

/** Downloads a copy of a person's data. A plain form, since a file is no page. */
export const CopyForm = ({ action, idempotencyKey }: { action: string; idempotencyKey: string }) => (
  <form method="post" action={action}>
    <HiddenFields values={{ idempotencyKey }} />
    <div className="acts">
      <Button type="submit">Download a copy (JSON)</Button>
    </div>
  </form>
)
