import type { Option, OptionGroup } from '#app/ui/option.ts'
import { useField } from '#app/ui/form-context.ts'
import { oneValue } from '#app/ui/form-reply.ts'
import { textSizes } from '#app/kit/limits.ts'
import { noOwnerWords } from '../view/plan-words.ts'
import type { PlanFrame } from '../view/plan-frame.ts'
import type { TaskView } from '../view/plan-view.ts'
import type { TaskChoices } from '../task/task-form-choices.ts'
import { notNamedWords } from '../core/task-words.ts'
import { cellLabels, someoneElseWords, statusWords } from './cell-words.ts'
import { sideWords } from '../core/side-words.ts'
import { type TaskCell, type TypedCell, nextStatuses } from './cells.ts'
import { ChoiceList, type PickWay } from './choice-list.tsx'

type Props = {
  cell: Exclude<TaskCell, 'title' | 'dates'>
  plan: PlanFrame
  task: TaskView
  seen: TypedCell
  choices: TaskChoices | null
  onPick: (typed: TypedCell, way: PickWay) => void
}

/** The choice of a side, an owner or a status. An owner can be typed who is not on the plan yet. */
export function CellChoice({ cell, plan, task, seen, choices, onPick }: Props) {
  const { posted } = useField(cell)
  const { posted: name } = useField('ownerName')
  const value = oneValue(posted, seen[cell] ?? '')
  if (cell !== 'owner')
    return (
      <ChoiceList
        label={cellLabels[cell]}
        groups={[{ label: '', options: cell === 'side' ? sides(plan) : statuses(task) }]}
        value={value}
        onPick={(picked, _, way) => onPick({ [cell]: picked }, way)}
      />
    )
  return (
    <ChoiceList
      label={cellLabels.owner}
      groups={choices ? owners(choices, task.side) : []}
      value={value}
      begun={value === 'else' ? oneValue(name, '') : ''}
      isLoading={choices === null}
      offer={(typed) =>
        choices && typed !== '' && typed.length <= textSizes.placeholder
          ? [{ value: 'else', text: someoneElseWords(typed) }]
          : []
      }
      onPick={(owner, typed, way) => onPick(owner === 'else' ? { owner, ownerName: typed } : { owner }, way)}
    />
  )
}

const sides = (plan: PlanFrame): Option[] =>
  (['customer', 'vendor', 'both'] as const).map((side) => ({ value: side, text: sideWords(plan, side) }))

const statuses = (task: TaskView): Option[] =>
  nextStatuses(task).map((status) => ({ value: status, text: statusWords[status] }))

/** The people of the side whose task it is come first. */
function owners({ owners, companies }: TaskChoices, side: TaskView['side']): OptionGroup[] {
  const [customer, vendor] = [
    { label: companies.customer, options: owners.customer },
    { label: companies.vendor, options: owners.vendor },
  ]
  return [
    ...(side === 'vendor' ? [vendor, customer] : [customer, vendor]),
    { label: notNamedWords, options: owners.placeholders },
    { label: '', options: [{ value: '', text: noOwnerWords }] },
  ]
}
