import { describe, expect, it } from 'vitest'
import { day } from '#tests/samples/plan-rows.ts'
import { sittingRuleOf, sittingsInput, typedFromJson, typedOf, typedSittings } from './sitting-form.ts'
import { sittingRule, sittingsField } from '../sittings/sitting-schema.ts'
import type { SittingRule } from '../sittings/sittings.ts'

const rules: SittingRule[] = [
  { every: 'week', weekdays: [2, 4], weeks: 2, from: day('2026-06-04'), name: 'releases', notIn: [], notOn: [] },
  { every: 'month', nth: -1, weekday: 5, name: null, notIn: [7, 8], notOn: [day('2026-09-25')] },
  { every: 'monthday', day: 15, name: null, notIn: [12], notOn: [] },
  { every: 'dates', dates: [day('2026-04-14'), day('2026-05-12')], name: 'board sits', notIn: [], notOn: [] },
]

describe('the fields of a rule', () => {
  it.each(rules)('give back what filled them: $every', (rule) => {
    expect(sittingRuleOf(typedOf(rule))).toEqual(rule)
    expect(sittingRuleOf(typedFromJson(JSON.stringify(rule)))).toEqual(rule)
    expect(sittingRule.parse(sittingsInput(typedOf(rule)))).toEqual(rule)
    expect(sittingsField.parse(JSON.stringify(rule))).toEqual(rule)
  })

  it('are no rule while they are empty', () => {
    expect(sittingsInput(typedOf(null))).toBeNull()
    expect(sittingRuleOf(typedFromJson(''))).toBeNull()
    expect(sittingsField.parse('')).toBeNull()
  })

  const typed = (fields: Record<string, string[]>) => typedSittings((name) => fields[name] ?? [])
  const faultOf = (fields: Record<string, string[]>) =>
    sittingRule.safeParse(sittingsInput(typed(fields))).error?.issues[0]?.message

  it('say what is missing, and have no words until then', () => {
    const told: [Record<string, string[]>, string][] = [
      [{ every: ['week'] }, 'Please choose at least one weekday.'],
      [{ every: ['week'], weekdays: ['4'], weeks: ['2'] }, 'Please enter a start date.'],
      [{ every: ['monthday'] }, 'Please enter a day of the month.'],
      [{ every: ['dates'], dates: ['', ''] }, 'Please enter at least one date.'],
      [
        { every: ['month'], notIn: Array.from({ length: 12 }, (_, at) => `${at + 1}`) },
        'Please leave at least one month',
      ],
    ]
    for (const [fields, message] of told) {
      expect(faultOf(fields)).toContain(message)
      expect(sittingRuleOf(typed(fields))).toBeNull()
    }
    expect(faultOf({ every: ['dates'], dates: ['2026-02-30'] })).toBe('This date does not exist.')
  })
})
