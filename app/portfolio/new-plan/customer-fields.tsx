import { useFetcher } from '@remix-run/react'
import { type FormEvent, useEffect, useState } from 'react'
import { longestName } from '#app/kit/plain-text.ts'
import type { Option } from '#app/ui/option.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { accountHint, ofLastPlanWords } from '../plans-words.ts'
import type { AccountChoices } from './new-plan-choices.ts'
import { newPlanWords } from './new-plan-words.ts'

const offeredId = 'accounts-offered'

/** Milliseconds without another letter after which accounts are looked for. */
const pause = 150

type CustomerFieldsProps = AccountChoices & { templates: readonly Option[] }

/**
 * Whose plan it is, and what it starts with. Where there are more accounts than are offered, those that fit what is typed are fetched; without
 * script, an account is found by its whole name all the same.
 */
export function CustomerFields({ accounts, hasMore, workspace, templates }: CustomerFieldsProps) {
  const { data, submit } = useFetcher<AccountChoices>()
  const [typed, setTyped] = useState('')
  useEffect(() => {
    if (typed === '') return
    const looking = setTimeout(() => submit({ account: typed }, { method: 'get', action: '/plans/new' }), pause)
    return () => clearTimeout(looking)
  }, [typed, submit])
  const follow = ({ target }: FormEvent) => {
    if (hasMore && target instanceof HTMLInputElement && target.name === 'account') setTyped(target.value.trim())
  }
  const offered = (typed !== '' && data?.accounts) || accounts
  return (
    <div className="fields" onInput={follow}>
      <TextField
        name="account"
        label={newPlanWords.account}
        width="half"
        list={offeredId}
        autoComplete="off"
        maxLength={longestName}
        hint={accountHint(workspace)}
      />
      <datalist id={offeredId}>
        {offered.map((account) => (
          <option key={account.name} value={account.name}>
            {account.zone ? ofLastPlanWords(account.zone) : ''}
          </option>
        ))}
      </datalist>
      <TextField
        name="project"
        label={newPlanWords.project}
        width="half"
        maxLength={longestName}
        hint={newPlanWords.projectHint}
      />
      <SelectField
        name="template"
        label={newPlanWords.template}
        options={templates}
        value={templates[0]?.value ?? ''}
        hint={newPlanWords.templateHint}
      />
    </div>
  )
}
