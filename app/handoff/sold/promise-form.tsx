import { textSizes } from '#app/kit/limits.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { buttonWords } from '#app/ui/button-words.ts'
import { Check, CheckGroup } from '#app/ui/check-group.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import { capabilityLabels } from './capability-words.ts'
import type { CapabilityPageView } from './sold-queries.server.ts'
import { promiseFormWords } from './sold-words.ts'

export type PromiseFormProps = {
  capability: CapabilityPageView['capability']
  promise: NonNullable<CapabilityPageView['promise']>
  vendor: string
  idempotencyKey: string
  reply?: FormReply | null | undefined
}

/** Who promised a capability, what the contract says of it, which tasks deliver it, and what stays with the vendor. */
export function PromiseForm({ capability, promise, vendor, idempotencyKey, reply }: PromiseFormProps) {
  const { inContract, quantity, edition, internalNote } = capability
  const { promisedBy, promisers, tasks } = promise
  const show = (field: string, value: string) => {
    if (field === 'promisedBy') return promisers.find((member) => member.value === value)?.text ?? value
    if (field === 'inContract') return value === 'yes' ? promiseFormWords.yes : promiseFormWords.no
    return value
  }
  return (
    <Form
      intent="promise-capability"
      idempotencyKey={idempotencyKey}
      reply={reply}
      show={show}
      seen={{
        promisedBy,
        inContract: inContract ? 'yes' : '',
        quantity: quantity ?? '',
        edition: edition ?? '',
        tasks: JSON.stringify(tasks.filter(({ isChosen }) => isChosen).map(({ id }) => id)),
        internalNote: internalNote ?? '',
      }}
    >
      <div className="fields">
        <SelectField
          name="promisedBy"
          label={capabilityLabels.promisedBy}
          width="half"
          value={promisedBy}
          options={[{ value: '', text: promiseFormWords.notPromised }, ...promisers]}
        />
        <Check name="inContract" value="yes" label={capabilityLabels.inContract} checked={inContract} />
        <TextField
          name="quantity"
          label={capabilityLabels.quantity}
          width="half"
          optional
          value={quantity ?? ''}
          maxLength={textSizes.unit}
          hint={promiseFormWords.quantityHint}
        />
        <TextField
          name="edition"
          label={capabilityLabels.edition}
          width="half"
          optional
          value={edition ?? ''}
          maxLength={textSizes.unit}
          hint={promiseFormWords.editionHint}
        />
        {tasks.length > 0 && (
          <details>
            <summary className="btn">{promiseFormWords.tasks(tasks.filter(({ isChosen }) => isChosen).length)}</summary>
            <CheckGroup
              name="tasks"
              legend={capabilityLabels.deliveredBy}
              options={tasks.map(({ id, title, isChosen }) => ({ value: id, label: title, checked: isChosen }))}
            />
          </details>
        )}
        <TextArea
          name="internalNote"
          label={capabilityLabels.internalNote}
          rows={2}
          optional
          value={internalNote ?? ''}
          maxLength={textSizes.note}
          hint={promiseFormWords.internalHint(vendor)}
        />
      </div>
      <div className="acts">
        <SubmitButton>{buttonWords.save}</SubmitButton>
      </div>
    </Form>
  )
}
