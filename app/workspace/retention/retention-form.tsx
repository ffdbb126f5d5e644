import { retentionBounds } from '#app/kit/limits.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { type Retention, retentionFields, retentionLabels } from './model.ts'
import { retentionHint } from './retention-words.ts'

type Props = { retention: Retention; idempotencyKey: string; reply: FormReply | undefined }

const means: Record<keyof Retention, string> = {
  keepSecurityLogMonths:
    'Who signed in, who was refused, and who changed permissions. You can still check the remaining entries for changes.',
  keepEmailsDays:
    'The text and recipients of sent and failed emails. We still keep who was told about a first win, so that they also get corrections.',
  keepSessionsDays:
    'Where people were signed in, and email links that no longer work. A deleted link still offers a way to sign in, but can’t say why it stopped working.',
  keepReceiptsDays: 'These make sure that a form sent twice is saved once.',
}

/** How long each kind of record is kept, with its bounds beside it and what deleting it means. */
export function RetentionForm({ retention, idempotencyKey, reply }: Props) {
  const seen = Object.fromEntries(retentionFields.map((field) => [field, String(retention[field])]))
  return (
    <Panel>
      <h2>How long records are kept</h2>
      <p>
        Older records are deleted for good every night, and the security log says how many. Plans and their activity are
        never deleted because of their age.
      </p>
      <Form
        key={Object.values(retention).join()}
        idempotencyKey={idempotencyKey}
        intent="set-retention"
        className="after-fields"
        seen={seen}
        reply={reply}
      >
        <div className="fields">
          {retentionFields.map((field) => (
            <NumberField
              key={field}
              name={field}
              label={retentionLabels[field]}
              value={retention[field]}
              width="half"
              hint={retentionHint({
                least: retentionBounds[field].least,
                most: retentionBounds[field].most,
                means: means[field],
              })}
            />
          ))}
        </div>
        <div className="acts">
          <SubmitButton>Save</SubmitButton>
        </div>
      </Form>
    </Panel>
  )
}
