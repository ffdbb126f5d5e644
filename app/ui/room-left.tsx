import { noRoomWords, roomLeftWords } from './room-words.ts'

/** How many characters are left in a nearly full text; screen readers are told when it is full. */
export const RoomLeft = ({ id, left, most }: { id: string; left: number; most: number }) => (
  <p className="hint" id={id}>
    {left > 0 && roomLeftWords(left)}
    <span role="status">{left <= 0 && noRoomWords(most)}</span>
  </p>
)
