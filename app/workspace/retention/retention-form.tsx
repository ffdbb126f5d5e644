import { retentionBounds } from '#app/kit/limits.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { type Retention, retentionFields, retentionLabels } from './model.ts'

type Props = { retention: Retention; idempotencyKey: string; reply: FormReply | undefined }

const means: Record<keyof Retention, string> = {
  keepSecurityLogMonths:
    'Who signed in, who was refused, who changed what others may do. The chain stays checkable from the oldest entry that is kept.',
  keepEmailsDays:
    'The text and recipients of emails that were sent or given up. We keep who was told about a first win, so that they also get corrections.',
  keepSessionsDays:
    'Where people were signed in, and links from emails that open nothing any more. A link that was deleted still offers to sign in, but cannot say why it ended.',
  keepReceiptsDays: 'They keep a form that is sent twice from being saved twice.',
}

/** How long each kind of record is kept, with its bounds beside it and what deleting it means. */
export function RetentionForm({ retention, idempotencyKey, reply }: Props) {
  const seen = Object.fromEntries(retentionFields.map((field) => [field, String(retention[field])]))
  return (
    <Panel>
      <h2>How long records are kept</h2>
      <p>
        Every night what is older is deleted for good, and the security log says how much. Plans and their activity are
        not deleted by age.
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
              hint={`${retentionBounds[field].least} to ${retentionBounds[field].most}. ${means[field]}`}
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
