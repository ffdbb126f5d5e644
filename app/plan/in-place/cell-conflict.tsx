import { conflictWords } from '#app/ui/conflict-words.ts'
import { type FormReply, type FormValues, settledValues } from '#app/ui/form-reply.ts'
import type { PlanFrame } from '../view/plan-frame.ts'
import type { TaskChoices } from '../task/task-form-choices.ts'
import { valueWords, keepVersionWords } from './cell-words.ts'

type Props = {
  reply: Extract<FormReply, { status: 'conflict' }>
  plan: PlanFrame
  choices: TaskChoices | null
  onSend: (values: FormValues) => void
}

/** Both versions of a field that two people changed, each one press away. The next field, if there is one, is asked about afterwards. */
export function CellConflict({ reply, plan, choices, onSend }: Props) {
  const [conflict] = reply.conflicts
  if (!conflict) return null
  const words = (keep: 'yours' | 'theirs') => valueWords(plan, choices, conflict.field, conflict[keep])
  const choose = (keep: 'yours' | 'theirs') => onSend(settledValues(reply.values, conflict, keep))
  return (
    <div className="cell-conflict" role="alert">
      <p>{conflictWords(conflict.by, 'typing')}</p>
      <button type="button" className="btn" onClick={() => choose('yours')}>
        {keepVersionWords(null, words('yours'))}
      </button>
      <button type="button" className="btn" onClick={() => choose('theirs')}>
        {keepVersionWords(conflict.by, words('theirs'))}
      </button>
    </div>
  )
}
