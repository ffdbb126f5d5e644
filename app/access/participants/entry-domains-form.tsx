import { textSizes } from '#app/kit/limits.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { entryDomainsHint, entryDomainsWords } from './entry-domain-words.ts'
import { typedList } from '#app/ui/name-words.ts'

export type EntryDomainsFormProps = {
  idempotencyKey: string
  reply?: FormReply | null | undefined
  account: string
  domains: readonly string[]
}

/** Names the domains whose people may enter the plan by themselves. Posts `domains`. */
export function EntryDomainsForm({ idempotencyKey, reply, account, domains }: EntryDomainsFormProps) {
  const value = typedList(domains)
  return (
    <Form
      key={value}
      idempotencyKey={idempotencyKey}
      intent="set-entry-domains"
      seen={{ domains: value }}
      reply={reply}
      show={(_, posted) => posted.replace(/[[\]"]/g, '').replaceAll(',', ', ')}
    >
      <div className="fields">
        <TextField
          name="domains"
          label={entryDomainsWords.domains}
          value={value}
          autoComplete="off"
          maxLength={textSizes.domains}
          hint={entryDomainsHint(account)}
        />
      </div>
      <p className="fine after-fields">{entryDomainsWords.whatHappens}</p>
      <div className="acts">
        <SubmitButton tone="plain">{entryDomainsWords.save}</SubmitButton>
      </div>
    </Form>
  )
}
