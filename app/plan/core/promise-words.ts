import { longDate, shortDate } from '#app/ui/date-words.ts'
import { isPromiseBroken } from './is-promise-broken.ts'

type Promised = { promisedOn: string; today: string }

/** The tag of a task that was promised: "promised 12 Dec"; "promised 12 Dec, still open" once that day has passed. */
export const promiseTag = ({ promisedOn, today }: Promised): string =>
  isPromiseBroken({ promisedOn, today })
    ? `promised ${shortDate(promisedOn, today)}, still open`
    : `promised ${shortDate(promisedOn, today)}`

/** The same as a sentence: "Promised for 12 December, still open." */
export const promiseSentence = ({ promisedOn, today }: Promised): string =>
  isPromiseBroken({ promisedOn, today })
    ? `Promised for ${longDate(promisedOn, today)}, still open.`
    : `Promised for ${longDate(promisedOn, today)}.`

/** The same beside its label: "12 December, still open". */
export const promiseFact = ({ promisedOn, today }: Promised): string =>
  isPromiseBroken({ promisedOn, today }) ? `${longDate(promisedOn, today)}, still open` : longDate(promisedOn, today)
