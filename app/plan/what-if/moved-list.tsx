import { Mark } from '#app/ui/marks.tsx'
import type { MovedFor } from './difference.ts'
import { Sentence } from '#app/ui/sentence.tsx'
import { movedForParts } from './difference-words.ts'

/** Who a change concerns: each owner with the tasks of theirs that move, and from when to when. */
export function MovedList({ movedFor }: { movedFor: readonly MovedFor[] }) {
  return (
    <ul className="moved-list">
      {movedFor.map((it) => (
        <li key={`${it.owner} ${it.tasks[0]?.id ?? ''}`}>
          <p>
            {it.side !== 'both' && <Mark side={it.side} />}{' '}
            <Sentence parts={movedForParts(<b>{it.owner}</b>, it.tasks.length)} />
          </p>
          <ul>
            {it.tasks.map(({ id, title, dates }) => (
              <li key={id}>
                <span>{title}</span> <span>{dates}</span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
