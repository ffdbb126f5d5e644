import type { CommandContext } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import type { TaskRow } from '../core/compute-plan.ts'
import { giverOf, mayPromise } from './may-promise.ts'
import { promiseRefusals } from './promise-section-words.ts'

/** @throws Refusal 422 for a task that is done or has no owner, 403 for someone who may not give its owner's word */
export function refusePromise(
  { actor, standings }: Pick<CommandContext<unknown, 'plan'>, 'actor' | 'standings'>,
  task: TaskRow,
): void {
  if (task.owner === null) throw new Refusal(422, promiseRefusals.noOwner)
  if (!mayPromise(task, giverOf(actor, standings))) throw new Refusal(403, promiseRefusals.notYours(task.owner.name))
  if (task.doneOn !== null) throw new Refusal(422, promiseRefusals.isDone)
}
