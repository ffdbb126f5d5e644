import { amount } from '#emails/parts/amounts.ts'
import { count } from './amount-words.ts'

/** How many characters a nearly full text still takes. */
export const roomLeftWords = (left: number): string => `${count(left, 'character')} left.`

/** @param most the limit, in characters */
export const noRoomWords = (most: number): string => `You have reached the limit of ${amount(most)} characters.`
