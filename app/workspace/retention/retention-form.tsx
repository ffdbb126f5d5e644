import { retentionBounds } from '#app/kit/limits.ts'
import { AskedCheck } from '#app/ui/asked-check.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { type FormReply, faultsOf } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { type Retention, retentionFields } from './model.ts'
import { retentionHint, retentionLabels, retentionMeanings, retentionWords } from './retention-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'

type Props = { retention: Retention; idempotencyKey: string; reply: FormReply | undefined }

/** How long each kind of record is kept, with its bounds beside it and what deleting it means. */
export function RetentionForm({ retention, idempotencyKey, reply }: Props) {
  const seen = Object.fromEntries(retentionFields.map((field) => [field, String(retention[field])]))
  const asked = faultsOf(reply).find(({ field }) => field === 'confirmShorter')?.message
  return (
    <Panel>
      <h2>{retentionWords.title}</h2>
      <p>{retentionWords.intro}</p>
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
                means: retentionMeanings[field],
              })}
            />
          ))}
        </div>
        {asked && <AskedCheck key={asked} name="confirmShorter" value={asked} label={retentionWords.confirmShorter} />}
        <div className="acts">
          <SubmitButton>{buttonWords.save}</SubmitButton>
        </div>
      </Form>
    </Panel>
  )
}
