import { amount, count } from './words.ts'

/** How many characters a nearly full text still takes; screen readers hear when there is no room. */
export const RoomLeft = ({ id, left, most }: { id: string; left: number; most: number }) => (
  <p className="hint" id={id}>
    {left > 0 && `${count(left, 'character')} left.`}
    <span role="status">{left <= 0 && `No room is left: the most is ${amount(most)} characters.`}</span>
  </p>
)
