import type { Sight } from '#app/policy/policy.ts'
import { type FullLink, bridgeOver, stricterLink } from '#app/schedule/bridge.ts'
import { dependencyWords } from '../core/dependency-words.ts'
import type { PlanSchedule, TaskRow } from '../core/compute-plan.ts'
import { type NamedRows, taskName } from '../core/task-name.ts'

/** A task that waited for one that is removed, and how it will wait for what that one waited for. */
export type Bridge = { heir: string; link: FullLink }

/**
 * The links to write when a task is removed, so that nothing that waited for it becomes free. Two tasks have one link: where
 * there is one already, the stricter of the two holds, and it is named only if it is new. Pure.
 */
export function bridgesFor(tasks: readonly TaskRow[], { computed }: PlanSchedule, taskId: string): Bridge[] {
  const removed = tasks.find(({ id }) => id === taskId)
  return tasks.flatMap((heir) =>
    heir.dependsOn
      .filter((link) => link.task === taskId)
      .flatMap((link) =>
        (removed?.dependsOn ?? []).flatMap((into): Bridge[] => {
          const bridge = bridgeOver(computed, { id: taskId, link: into }, { id: heir.id, link })
          const known = heir.dependsOn.find((it) => it.task === into.task)
          const holds = known ? stricterLink(computed, heir.id, known, bridge) : bridge
          return holds === known ? [] : [{ heir: heir.id, link: holds }]
        }),
      ),
  )
}

/** Each of these as a sentence for one reader: "“Sign it” depends on “Agree the scope”: 2 working days later". */
export const bridgeWords = (rows: NamedRows, sight: Sight, bridges: readonly Bridge[]): string[] =>
  bridges.map(({ heir, link }) => {
    const name = (id: string) => taskName({ rows, sight }, id)
    return dependencyWords(name(heir), name(link.task), link)
  })
