import { readWhole } from '#app/kit/read-number.ts'
import type { LinkTerms } from '../core/dependency-words.ts'
import { type LinkType, linkTypes, maxDays } from '#app/schedule/model.ts'

/** A link as one value, so that it is compared and put back whole: the days between alone where it is the ordinary kind, else "SS 2". */
export type Lag = number | `${Exclude<LinkType, 'FS'>} ${number}`

/** A link's type and lag as one value, as edits carry it. */
export const lagOf = ({ type, lagDays }: LinkTerms): Lag => (type === 'FS' ? lagDays : `${type} ${lagDays}`)

/** @returns null for a text that is no lag */
export function readLag(text: string): Lag | null {
  const [, kind = 'FS', days = ''] = /^(?:(FS|SS|FF|SF) )?(.*)$/.exec(text) ?? []
  const type = linkTypes.find((it) => it === kind)
  const lagDays = readWhole(days)
  return type && lagDays !== null && Math.abs(lagDays) <= maxDays ? lagOf({ type, lagDays }) : null
}

/** Back again: type, and lag in working days, negative where it overlaps. */
export function termsOfLag(lag: Lag): LinkTerms {
  if (typeof lag === 'number') return { type: 'FS', lagDays: lag }
  const type = linkTypes.find((it) => lag.startsWith(it)) ?? 'FS'
  return { type, lagDays: Number(lag.slice(type.length)) }
}
