import type { ScheduleFault } from '#app/schedule/model.ts'
import { quoted } from '#app/ui/name-words.ts'
import { circleWords, faultOfTaskWords } from './fault-words.ts'
import { type NamedRows, taskName } from './task-name.ts'
import type { Sight } from '#app/policy/policy.ts'
import { contradictionRefusals } from './plan-refusal-words.ts'

/** What keeps a plan from being computed, as people read it, for the field that they typed in; `''` is the whole form's. */
export type ToldFault = { task: string | null; field: string; message: string }

/** Fields of a task's forms that a fault of the engine can belong to. */
const fields = ['side', 'dependsOn', 'durationDays', 'notBefore', 'notAfter', 'startedOn', 'doneOn', 'sittings']

type Telling = { sight: Sight; about?: string | undefined }

/**
 * The engine's faults in the words of the plan, all at once. Those of the task that is worked on belong to fields of its form,
 * others name the task. @param about the id of that task, where there is one
 */
export function tellFaults(rows: NamedRows, { sight, about }: Telling, faults: readonly ScheduleFault[]): ToldFault[] {
  const nameOf = (id: string): string => {
    const task = rows.tasks.find((it) => it.id === id)
    return task ? taskName({ rows, sight }, id) : quoted(rows.milestones.find((it) => it.id === id)?.title ?? '')
  }
  return faults.map(({ task, field, message, tasks }) => {
    const [name = ''] = field.split(/[.[]/)
    const isHere = about !== undefined && (task === about || tasks?.includes(about) === true)
    const told = { task, field: isHere && fields.includes(name) ? name : '' }
    const words = tasks ? circleWords(tasks.map(nameOf)) : (plain[name] ?? message)
    return { ...told, message: isHere || tasks || !task ? words : faultOfTaskWords(nameOf(task), words) }
  })
}

/** Faults that people can make, shorter than the engine says them. */
const plain: Record<string, string> = {
  notAfter: contradictionRefusals.beforeEarliestStart,
  doneOn: contradictionRefusals.beforeStart,
}
