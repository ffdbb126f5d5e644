import { useEffect, useRef } from 'react'
import type { TaskView } from '../view/plan-view.ts'
import { taskFieldLabels } from '../core/task-fields.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { finishEdit, startEdit } from './drag-edits.ts'
import { mayMovePart } from './may-move-part.ts'
import type { Edit } from '../edits/edit.ts'
import { readEdit } from '../edits/read-edits.ts'
import { LinkFields } from './link-fields.tsx'
import { typedDate } from './typed-date.ts'
import { TypedField } from './typed-field.tsx'
import type { WhatIfAsk } from './what-if-asks.ts'
import type { OpenWhatIf } from './open-what-if.ts'
import { whatIfFieldsWords } from './what-if-words.ts'

type WhatIfFieldsProps = { open: OpenWhatIf; task: TaskView; ask: (ask: WhatIfAsk) => void }

/** The dates, the working days and the dependencies of one task, to be tried by typing. */
export function WhatIfFields({ open, task, ask }: WhatIfFieldsProps) {
  const { material, faults } = open
  const edit = (...edits: Edit[]) => ask({ do: 'edit', edits })
  const first = useRef<HTMLFieldSetElement>(null)
  useEffect(() => first.current?.querySelector<HTMLInputElement>('input:not(:disabled)')?.focus(), [])
  const faultOf = (...fields: string[]) =>
    faults.find(({ field }) => fields.includes(field.split('.')[0] ?? ''))?.message
  const dated = (text: string, of: (date: IsoDate) => Edit) => typedDate(text, material.today, of)
  return (
    <fieldset className="task-fields" ref={first}>
      <legend>{task.title}</legend>
      <TypedField
        label={whatIfFieldsWords.starts}
        type="date"
        value={task.startedOn ?? task.earlyStart}
        disabled={!mayMovePart(task, 'start')}
        fault={faultOf('notBefore', 'startedOn', 'notAfter')}
        onType={(text) => dated(text, (date) => startEdit(task, date))}
        onEdit={edit}
      />
      <TypedField
        label={whatIfFieldsWords.finishes}
        type="date"
        value={task.doneOn ?? task.earlyFinish}
        disabled={!mayMovePart(task, 'finish')}
        onType={(text) => dated(text, (date) => finishEdit(material.rows, task, date))}
        onEdit={edit}
      />
      <TypedField
        label={taskFieldLabels.durationDays}
        type="number"
        value={String(task.durationDays)}
        disabled={!mayMovePart(task, 'finish')}
        fault={faultOf('durationDays', 'side', 'sittings', 'doneOn')}
        onType={(text) => {
          const read = readEdit(`durationDays.${task.id}`, text)
          return read && 'edit' in read ? read.edit : (read?.fault ?? '')
        }}
        onEdit={edit}
      />
      <LinkFields rows={open.rows} task={task} fault={faultOf('dependsOn', 'lag')} onEdit={edit} />
    </fieldset>
  )
}
