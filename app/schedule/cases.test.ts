import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ScheduleRequest, TaskAnswer } from './model.ts'
import { schedule } from './schedule.ts'

type Case = { id: string; request: ScheduleRequest; expected: Record<string, Partial<TaskAnswer>> }

const file = '../shared/schedule-cases.json'
const cases: Case[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []

/** Only the figures that the outside source gives. */
function figures(request: ScheduleRequest, expected: Case['expected']): Record<string, Partial<TaskAnswer>> {
  const result = schedule(request)
  if (!result.ok) throw new Error(result.faults.map((fault) => fault.message).join(' '))
  const entries = Object.entries(expected).map(([id, wanted]) => {
    const answer = result.answer.tasks.find((task) => task.id === id)
    const given = Object.entries(answer ?? {}).filter(([name]) => name in wanted)
    return [id, Object.fromEntries(given)]
  })
  return Object.fromEntries(entries)
}

function agrees({ request, expected }: Case): boolean {
  try {
    expect(figures(request, expected)).toEqual(expected)
    return true
  } catch {
    return false
  }
}

describe('outside cases', () => {
  if (cases.length === 0) it.skip(`${file} is not here, so the outside cases were not compared`, () => undefined)
  it.for(cases.map((each) => [each.id, each] as const))('%s', ([, { request, expected }]) => {
    expect(figures(request, expected)).toEqual(expected)
  })
  const agreeing = cases.filter(agrees).length
  it.runIf(cases.length > 0)(`${agreeing} of ${cases.length} agree whole`, () => {
    expect(agreeing).toBe(cases.length)
  })
})
