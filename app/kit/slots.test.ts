import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { createChangeSlots, createSlots } from './slots.ts'

test('under one key two are inside at once, under another the way is free', async () => {
  const slots = createSlots({ width: 2, patience: 1_000 })
  const [first] = [await slots.enter('a'), await slots.enter('a')]
  const third = slots.enter('a')
  expect(await slots.enter('b')).toBeDefined()
  expect(await Promise.race([third, Promise.resolve('waits')])).toBe('waits')
  first?.()
  expect(await third).toBeDefined()
})

test('who waits too long is turned away, and the next comes in when there is room', async () => {
  vi.useFakeTimers()
  try {
    const slots = createSlots({ width: 1, patience: 1_000 })
    const leave = await slots.enter('a')
    const late = slots.enter('a')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await late).toBeUndefined()
    const next = slots.enter('a')
    leave?.()
    expect(await next).toBeDefined()
  } finally {
    vi.useRealTimers()
  }
})

test('never more than the width are inside, and all who wait come in', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 }),
      fc.array(fc.constantFrom('a' as const, 'b' as const), { maxLength: 20 }),
      async (width, keys) => {
        const slots = createSlots({ width, patience: 60_000 })
        const inside = { a: 0, b: 0 }
        const passed = await Promise.all(
          keys.map(async (key) => {
            const leave = await slots.enter(key)
            expect(++inside[key]).toBeLessThanOrEqual(width)
            await new Promise((done) => setImmediate(done))
            inside[key]--
            leave?.()
            return leave !== undefined
          }),
        )
        expect(passed).toEqual(keys.map(() => true))
        expect(inside).toEqual({ a: 0, b: 0 })
      },
    ),
  )
})

test('changes of one plan leave room for other plans, and those of one workspace for other workspaces', async () => {
  const slots = createChangeSlots({ perScope: 2, perWorkspace: 3, patience: 60_000 })
  const isIn = (entering: ReturnType<typeof slots.enter>) =>
    Promise.race([entering.then(() => true), new Promise((done) => setImmediate(() => done(false)))])
  const first = await slots.enter('brightline', 'plan 1')
  expect(await isIn(slots.enter('brightline', 'plan 1'))).toBe(true)
  const third = slots.enter('brightline', 'plan 1')
  expect(await isIn(third)).toBe(false)
  expect(await isIn(slots.enter('brightline', 'plan 2'))).toBe(true)
  const fourth = slots.enter('brightline', 'plan 3')
  expect(await isIn(fourth)).toBe(false)
  expect(await isIn(slots.enter('halden', 'plan 4'))).toBe(true)
  first?.()
  expect(await isIn(fourth)).toBe(true)
})

test('who waits too long for others of the workspace leaves the plan free', async () => {
  vi.useFakeTimers()
  try {
    const slots = createChangeSlots({ perScope: 1, perWorkspace: 1, patience: 1_000 })
    const leave = await slots.enter('brightline', 'plan 1')
    const late = slots.enter('brightline', 'plan 2')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await late).toBeUndefined()
    leave?.()
    expect(await slots.enter('brightline', 'plan 2')).toBeDefined()
  } finally {
    vi.useRealTimers()
  }
})
