import { Mark } from '#app/ui/marks.tsx'
import { count } from '#app/ui/words.ts'
import type { MovedFor } from './difference.ts'

/** Who a change concerns: each owner with the tasks of theirs that move, and from when to when. */
export function MovedList({ movedFor }: { movedFor: readonly MovedFor[] }) {
  return (
    <ul className="moved-list">
      {movedFor.map(({ owner, side, tasks }) => (
        <li key={`${owner} ${tasks[0]?.id ?? ''}`}>
          <p>
            {side !== 'both' && <Mark side={side} />} <b>{owner}</b> {count(tasks.length, 'task')}
          </p>
          <ul>
            {tasks.map(({ id, title, dates }) => (
              <li key={id}>
                <span>{title}</span> <span>{dates.join(', ')}</span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
