import { readWhole } from '#app/kit/read-number.ts'
import { isIsoDate } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import type { Nth, SittingRule } from '../sittings/sittings.ts'

/** A rule as the fields of a form hold it: what is not used by its kind keeps an ordinary value, ready to be chosen. */
export type TypedSittings = {
  /** Empty: on any working day. */
  every: '' | SittingRule['every']
  name: string
  weekdays: string[]
  weeks: string
  from: string
  nth: string
  weekday: string
  day: string
  dates: string[]
  notIn: string[]
  notOn: string[]
}

const kinds = ['week', 'month', 'monthday', 'dates'] as const

/** What was typed, from whatever holds the values of the fields by name. */
export function typedSittings(read: (name: keyof TypedSittings) => readonly string[]): TypedSittings {
  const one = (name: keyof TypedSittings, ordinary = '') => read(name)[0]?.trim() || ordinary
  const many = (name: keyof TypedSittings) => read(name).filter((value) => value.trim() !== '')
  return {
    every: kinds.find((kind) => kind === one('every')) ?? '',
    name: one('name'),
    weekdays: many('weekdays'),
    weeks: one('weeks', '1'),
    from: one('from'),
    nth: one('nth', '2'),
    weekday: one('weekday', '2'),
    day: one('day'),
    dates: many('dates'),
    notIn: many('notIn'),
    notOn: many('notOn'),
  }
}

/** The fields that a rule fills, also one that went through JSON. */
export function typedOf(rule: object | null): TypedSittings {
  const values: Record<string, unknown> = { ...rule }
  return typedSittings((name) => {
    const value = values[name]
    return value === null || value === undefined ? [] : [value].flat().map(String)
  })
}

/** As `typedOf`, from the JSON that a hidden field carries; anything else is no rule. */
export function typedFromJson(text: string): TypedSittings {
  try {
    const value: unknown = JSON.parse(text)
    return typedOf(typeof value === 'object' ? value : null)
  } catch {
    return typedOf(null)
  }
}

/** What a command is given of the fields: those of the chosen kind alone, for its schema to judge. */
export function sittingsInput(typed: TypedSittings): Record<string, unknown> | null {
  const { every, name, notIn, notOn } = typed
  const common = { every, name, notIn, notOn }
  if (every === 'week') return { ...common, weekdays: typed.weekdays, weeks: typed.weeks, from: typed.from }
  if (every === 'month') return { ...common, nth: Number(typed.nth), weekday: typed.weekday }
  if (every === 'monthday') return { ...common, day: typed.day }
  return every === 'dates' ? { ...common, dates: typed.dates } : null
}

const numbers = (values: readonly string[]) => values.map(Number).sort((a, b) => a - b)
const dates = (values: readonly string[]): IsoDate[] => values.filter(isIsoDate).sort()
const nths: readonly Nth[] = [1, 2, 3, 4, -1]

/** The rule that the fields make, for its words and next dates while they are filled in; null while it is not whole. */
export function sittingRuleOf(typed: TypedSittings): SittingRule | null {
  const common = { name: typed.name || null, notIn: numbers(typed.notIn), notOn: dates(typed.notOn) }
  const from = isIsoDate(typed.from) ? typed.from : null
  const [weeks, day] = [readWhole(typed.weeks), readWhole(typed.day)]
  const nth = nths.find((each) => each === Number(typed.nth))
  if (common.notIn.length > 11) return null
  if (typed.every === 'week') {
    if (typed.weekdays.length === 0 || weeks === null || weeks < 1 || (weeks > 1 && from === null)) return null
    return { every: 'week', weekdays: numbers(typed.weekdays), weeks, from, ...common }
  }
  if (typed.every === 'month' && nth) return { every: 'month', nth, weekday: Number(typed.weekday), ...common }
  if (typed.every === 'monthday' && day !== null && day >= 1 && day <= 31) return { every: 'monthday', day, ...common }
  const listed = dates(typed.dates)
  return typed.every === 'dates' && listed.length > 0 ? { every: 'dates', dates: listed, ...common } : null
}
