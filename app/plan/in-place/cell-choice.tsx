import { useLayoutEffect, useRef, useState } from 'react'
import type { Option } from '#app/ui/option.ts'
import { useField } from '#app/ui/form-context.ts'
import { oneValue } from '#app/ui/form-reply.ts'
import { textSizes } from '#app/kit/limits.ts'
import type { PlanFrame } from '../view/plan-frame.ts'
import type { TaskView } from '../view/plan-view.ts'
import type { TaskChoices } from '../task/task-form-choices.ts'
import { cellLabels, inviteWords, someoneElseWords, statusWords } from './cell-words.ts'
import { sideWords } from '../core/side-words.ts'
import { alsoOwnsAnswers, ownerFieldWords } from '../task/owner-words.ts'
import { type TaskCell, type TypedCell, nextStatuses } from './cells.ts'
import { ChoiceList, type PickWay } from './choice-list.tsx'
import { ownerChoices } from './owner-choices.ts'

type Props = {
  cell: Exclude<TaskCell, 'title' | 'dates'>
  plan: PlanFrame
  task: TaskView
  seen: TypedCell
  choices: TaskChoices | null
  /** Whether the choices could not be loaded. */
  hasFailed: boolean
  onPick: (typed: TypedCell, way: PickWay) => void
}

/** The choice of a side, an owner or a status. An owner can be typed who is not on the plan yet. */
export function CellChoice({ cell, plan, task, seen, choices, hasFailed, onPick }: Props) {
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
    <OwnerChoice
      {...{ plan, task, choices, hasFailed, value, onPick }}
      begun={value === 'else' ? oneValue(name, '') : ''}
    />
  )
}

type Picked = { typed: TypedCell; way: PickWay }
type OwnerProps = Pick<Props, 'plan' | 'task' | 'choices' | 'hasFailed' | 'onPick'> & { value: string; begun: string }

/** The owner; where a placeholder that has other tasks gets a person, it then asks whether these go along. */
function OwnerChoice({ plan, task, choices, hasFailed, value, begun, onPick }: OwnerProps) {
  const [picked, setPicked] = useState<Picked | null>(null)
  const question = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    question.current?.querySelector<HTMLElement>('[role=listbox]')?.focus()
  }, [picked])
  const others = choices?.alsoOwns ?? []

  function pick(owner: string, text: string, way: PickWay) {
    const typed = typedOwner(owner, text)
    const isPerson = /^(member|participant):|^invited$/.test(owner)
    if (isPerson && others.length > 0) setPicked({ typed, way })
    else onPick(typed, way)
  }

  if (picked) {
    const asked = ownerFieldWords.alsoOwns(task.owner?.name ?? '', others.length)
    const options = [
      { value: 'all', text: alsoOwnsAnswers.all(others.length) },
      { value: 'one', text: alsoOwnsAnswers.one },
    ]
    return (
      <div ref={question}>
        <ChoiceList
          label={asked}
          groups={[{ label: asked, options }]}
          value=""
          onPick={(answer) =>
            onPick(answer === 'all' ? { ...picked.typed, alsoFor: JSON.stringify(others) } : picked.typed, picked.way)
          }
        />
      </div>
    )
  }
  return (
    <ChoiceList
      label={cellLabels.owner}
      groups={choices ? ownerChoices(choices, task.side) : []}
      value={value}
      begun={begun}
      isLoading={choices === null && !hasFailed}
      offer={(typed) => (choices ? offered(typed, plan.viewer.may.invite) : [])}
      onPick={pick}
    />
  )
}

/** What a text that is no one's name on the plan can become: an invitation, or someone who is not on the plan. */
function offered(typed: string, mayInvite: boolean): Option[] {
  if (mayInvite && /^\S+@\S+\.\S+$/.test(typed)) return [{ value: 'invited', text: inviteWords(typed) }]
  return typed !== '' && typed.length <= textSizes.placeholder ? [{ value: 'else', text: someoneElseWords(typed) }] : []
}

function typedOwner(owner: string, text: string): TypedCell {
  if (owner === 'invited') return { owner, email: text }
  return owner === 'else' ? { owner, ownerName: text } : { owner }
}

const sides = (plan: PlanFrame): Option[] =>
  (['customer', 'vendor', 'both'] as const).map((side) => ({ value: side, text: sideWords(plan, side) }))

const statuses = (task: TaskView): Option[] =>
  nextStatuses(task).map((status) => ({ value: status, text: statusWords[status] }))
