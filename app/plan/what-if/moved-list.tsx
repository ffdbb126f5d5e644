import { Mark } from '#app/ui/marks.tsx'
import { count } from '#app/ui/words.ts'
import type { MovedFor } from './difference.ts'

/** Whom a change concerns: each owner with the steps of theirs that move, and from when to when. */
export function MovedList({ movedFor }: { movedFor: readonly MovedFor[] }) {
  return (
    <ul className="moved-list">
      {movedFor.map(({ owner, side, steps }) => (
        <li key={`${owner} ${steps[0]?.id ?? ''}`}>
          <p>
            {side !== 'both' && <Mark side={side} />} <b>{owner}</b> {count(steps.length, 'step')}
          </p>
          <ul>
            {steps.map(({ id, title, dates }) => (
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
