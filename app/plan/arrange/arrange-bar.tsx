import { type RefObject, useEffect, useRef } from 'react'
import { Button } from '#app/ui/button.tsx'
import type { OptionGroup } from '#app/ui/option.ts'
import type { PlanLinks } from '#app/kit/paths.ts'
import { textSizes } from '#app/kit/limits.ts'
import type { PlanView, TaskView } from '../view/plan-view.ts'
import { stageNames } from '../core/stage-name-words.ts'
import { ChoiceList } from '../in-place/choice-list.tsx'
import { choicesNotLoadedWords, someoneElseWords } from '../in-place/cell-words.ts'
import { ownerChoices } from '../in-place/owner-choices.ts'
import { useTaskChoices } from '../in-place/use-task-choices.ts'
import { arrangeWords, selectedWords } from './arrange-words.ts'

/** What the bar has open to choose from. */
export type BarChoice = 'owner' | 'milestone' | null

/** An owner that was chosen; by name, who is not on the plan. */
export type GivenOwner = { owner: string; ownerName?: string }

/** The tasks may have different owners and milestones, so that none is chosen when the list opens. */
const none = 'none'

type ArrangeBarProps = {
  plan: PlanView
  links: PlanLinks
  tasks: readonly TaskView[]
  choice: BarChoice
  onChoose: (choice: BarChoice) => void
  onOwner: (owner: GivenOwner) => void
  onMilestone: (milestoneId: string) => void
  onRemove: () => void
  onClear: () => void
}

/** What can be done with the tasks that are selected, at the foot of the window. */
export function ArrangeBar(props: ArrangeBarProps) {
  const { plan, links, tasks, choice, onChoose, onOwner, onMilestone, onRemove, onClear } = props
  const bar = useRef<HTMLDivElement>(null)
  const open = (wanted: Exclude<BarChoice, null>, label: string) => (
    <Button aria-expanded={choice === wanted} onClick={() => onChoose(choice === wanted ? null : wanted)}>
      {label}
    </Button>
  )
  return (
    <div
      ref={bar}
      className="arrange-bar no-print"
      role="toolbar"
      aria-label={arrangeWords.bar}
      title={arrangeWords.keys}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        if (!choice) return onClear()
        onChoose(null)
        bar.current?.querySelector<HTMLElement>('[aria-expanded=true]')?.focus()
      }}
    >
      <span role="status">{selectedWords(tasks.length)}</span>
      {open('owner', arrangeWords.owner)}
      {open('milestone', arrangeWords.moveTo)}
      <Button onClick={onRemove}>{arrangeWords.remove}</Button>
      <Button tone="quiet" onClick={onClear}>
        {arrangeWords.clear}
      </Button>
      {choice && (
        <div className="arrange-choice">
          {choice === 'owner' ? (
            <OwnerChoice task={tasks[0]} links={links} onOwner={onOwner} bar={bar} />
          ) : (
            <Focused bar={bar}>
              <ChoiceList
                label={arrangeWords.moveTo}
                groups={milestonesOf(plan)}
                value={none}
                offer={() => []}
                onPick={(milestoneId) => onMilestone(milestoneId)}
              />
            </Focused>
          )}
        </div>
      )}
    </div>
  )
}

const milestonesOf = (plan: PlanView): OptionGroup[] =>
  plan.stages.map(({ stage, milestones }) => ({
    label: stageNames[stage],
    options: milestones.map(({ id, title }) => ({ value: id, text: title })),
  }))

type OwnerChoiceProps = Pick<ArrangeBarProps, 'links' | 'onOwner'> & {
  task: TaskView | undefined
  bar: RefObject<HTMLElement>
}

function OwnerChoice({ task, links, onOwner, bar }: OwnerChoiceProps) {
  const { choices, hasFailed } = useTaskChoices(links.taskChoices(task?.id ?? ''), task !== undefined)
  return (
    <>
      <Focused bar={bar}>
        <ChoiceList
          label={arrangeWords.owner}
          groups={choices && task ? ownerChoices(choices, task.side) : []}
          value={none}
          isLoading={choices === null && !hasFailed}
          offer={(typed) =>
            choices && typed !== '' && typed.length <= textSizes.placeholder
              ? [{ value: 'else', text: someoneElseWords(typed) }]
              : []
          }
          onPick={(owner, typed) => onOwner(owner === 'else' ? { owner, ownerName: typed } : { owner })}
        />
      </Focused>
      {hasFailed && (
        <p className="err" role="alert">
          {choicesNotLoadedWords}
        </p>
      )}
    </>
  )
}

/** Gives the focus to what was opened. */
function Focused({ bar, children }: { bar: RefObject<HTMLElement>; children: JSX.Element }) {
  useEffect(() => bar.current?.querySelector('input')?.focus(), [bar])
  return children
}
