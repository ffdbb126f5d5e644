/** What an event stream says of a plan: the number of its last change, and within how many milliseconds a page loads it. */
export type ToldChange = { number: number; within: number }

/** For the stream; pages that are to load at once are told the number alone. */
export const toldText = ({ number, within }: ToldChange): string => (within > 0 ? `${number} ${within}` : `${number}`)

/** Reads what an event stream sends: the plan's number, and within how many milliseconds to load it; 0 for what is missing. */
export function readTold(text: string): ToldChange {
  const [number = 0, within = 0] = text.split(' ').map(Number)
  return { number, within }
}
