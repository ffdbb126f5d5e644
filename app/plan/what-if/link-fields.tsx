import { useId } from 'react'
import { daysAfterWords } from '../core/dependency-words.ts'
import type { TaskView } from '../view/plan-view.ts'
import { Button } from '#app/ui/button.tsx'
import { buttonWords } from '#app/ui/button-words.ts'
import { Sentence } from '#app/ui/sentence.tsx'
import type { Edit } from '../edits/edit.ts'
import { readEdit } from '../edits/read-edits.ts'
import type { PlanRows } from '../core/compute-plan.ts'
import { TypedField } from './typed-field.tsx'
import { removeLinkWords } from './edit-words.ts'
import { whatIfFieldsWords } from './what-if-words.ts'

type LinkFieldsProps = {
  /** With all that is tried in them. */
  rows: PlanRows
  task: TaskView
  fault: string | undefined
  onEdit: (edit: Edit) => void
}

/** What a task depends on, to be tried: the days between, one more, one fewer. The other side's own tasks are not offered. */
export function LinkFields({ rows, task, fault, onEdit }: LinkFieldsProps) {
  const id = useId()
  const dependsOn = rows.tasks.find(({ id: own }) => own === task.id)?.dependsOn ?? []
  const others = rows.tasks.filter((other) => other.id !== task.id && other.title !== '')
  const links = dependsOn.flatMap(({ task: after, type, lagDays }) => {
    const other = others.find(({ id: its }) => its === after)
    return other ? [{ other, type, lagDays }] : []
  })
  return (
    <div className={fault ? 'link-fields bad' : 'link-fields'}>
      {links.map(({ other, type, lagDays }) => (
        <div key={other.id} className="link-field">
          <TypedField
            label={<Sentence parts={daysAfterWords(<b>{other.title}</b>, type)} />}
            type="number"
            value={String(lagDays)}
            onType={(text) => {
              const read = readEdit(`lag.${task.id}.${other.id}`, text === '' ? '-' : `${type} ${text}`)
              return read && 'edit' in read ? read.edit : (read?.fault ?? '')
            }}
            onEdit={onEdit}
          />
          <Button
            tone="quiet"
            aria-label={removeLinkWords(other.title)}
            onClick={() => onEdit({ field: 'lag', task: task.id, after: other.id, value: null })}
          >
            {buttonWords.remove}
          </Button>
        </div>
      ))}
      <div className="field">
        <label htmlFor={id}>{whatIfFieldsWords.addLink}</label>
        <select
          id={id}
          value=""
          aria-describedby={fault ? `${id}-fault` : undefined}
          onChange={({ target }) => onEdit({ field: 'lag', task: task.id, after: target.value, value: 0 })}
        >
          <option value="">{whatIfFieldsWords.noLink}</option>
          {others
            .filter((other) => !dependsOn.some((link) => link.task === other.id))
            .map((other) => (
              <option key={other.id} value={other.id}>
                {other.title}
              </option>
            ))}
        </select>
        {fault && (
          <p className="err" id={`${id}-fault`}>
            {fault}
          </p>
        )}
      </div>
    </div>
  )
}
