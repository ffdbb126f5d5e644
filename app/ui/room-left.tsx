import { isNearlyFull } from '#app/kit/limits.ts'
import { amount, count } from './words.ts'

/** Near its end a text says how much room is left; screen readers hear when there is none. Nothing before. */
export function RoomLeft({ id, length, most }: { id: string; length: number; most: number }) {
  const left = most - length
  if (!isNearlyFull(length, most)) return null
  return (
    <p className="hint" id={id}>
      {left > 0 && `${count(left, 'character')} left.`}
      <span role="status">{left <= 0 && `No room is left: the most is ${amount(most)} characters.`}</span>
    </p>
  )
}
