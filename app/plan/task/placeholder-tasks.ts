import type { Sight } from '#app/policy/policy.ts'
import type { TaskRow } from '../core/compute-plan.ts'
import { isHiddenFrom } from '../core/cut-rows.ts'

type Owned = Pick<TaskRow, 'id' | 'owner' | 'doneOn' | 'privateTo'>

/** The other open tasks of the placeholder that a task names as its owner, as far as the reader sees them. */
export const placeholderTasks = <Task extends Owned>(tasks: readonly Task[], task: Owned, sight: Sight): Task[] =>
  task.owner?.kind === 'placeholder'
    ? tasks.filter(
        (other) =>
          other.id !== task.id &&
          other.doneOn === null &&
          other.owner?.kind === 'placeholder' &&
          other.owner.name === task.owner?.name &&
          !isHiddenFrom(other, sight),
      )
    : []
