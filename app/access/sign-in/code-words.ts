import { count } from '#app/ui/amount-words.ts'

/** Said beside the field when a code was wrong. @param left attempts before the code stops working */
export const wrongCodeWords = (left: number): string =>
  `This code is not correct. You have ${count(left, 'attempt')} left.`
