import { noRoomWords, roomLeftWords } from './room-words.ts'

/** How many characters a nearly full text still takes; screen readers hear when there is no room. */
export const RoomLeft = ({ id, left, most }: { id: string; left: number; most: number }) => (
  <p className="hint" id={id}>
    {left > 0 && roomLeftWords(left)}
    <span role="status">{left <= 0 && noRoomWords(most)}</span>
  </p>
)
