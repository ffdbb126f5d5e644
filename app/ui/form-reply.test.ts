import { describe, expect, it } from 'vitest'
import type { FormReply } from './form-reply.ts'
import { postedValue, replyTo, settledValues } from './form-reply.ts'

const invalid: FormReply = {
  status: 'invalid',
  faults: [{ field: 'title', message: 'Give it a title.' }],
  values: { intent: 'edit-task', title: '' },
}

describe('replies', () => {
  it('reach only the form that they answer', () => {
    expect(replyTo(invalid, 'edit-task')).toBe(invalid)
    expect(replyTo(invalid, 'agree-plan')).toBeUndefined()
    expect(replyTo({ status: 'done' }, 'edit-task')).toBeUndefined()
    expect(replyTo(undefined, 'edit-task')).toBeUndefined()
  })
  it('give back what was typed, also when it was empty', () => {
    expect(postedValue(invalid, 'title')).toBe('')
    expect(postedValue(invalid, 'owner')).toBeUndefined()
    expect(postedValue({ status: 'done' }, 'title')).toBeUndefined()
  })
})

describe('settling a conflict', () => {
  const values = { title: 'Contract', durationDays: '8', 'seen.durationDays': '10', 'seen.title': 'Contract' }
  const conflict = { field: 'durationDays', label: 'Working days', yours: '8', theirs: '5', by: 'Mara Keller', at: '' }
  it('with yours posts your value over the one now seen', () => {
    expect(settledValues(values, conflict, 'yours')).toEqual({ ...values, durationDays: '8', 'seen.durationDays': '5' })
  })
  it('with theirs posts their value, and leaves every other field as it was typed', () => {
    expect(settledValues(values, conflict, 'theirs')).toEqual({
      ...values,
      durationDays: '5',
      'seen.durationDays': '5',
    })
  })
})
