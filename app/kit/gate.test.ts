import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { createChangeGate, createGate } from './gate.ts'

test('under one key two are inside at once, under another the way is free', async () => {
  const gate = createGate({ width: 2, patience: 1_000 })
  const [first] = [await gate.enter('a'), await gate.enter('a')]
  const third = gate.enter('a')
  expect(await gate.enter('b')).toBeDefined()
  expect(await Promise.race([third, Promise.resolve('waits')])).toBe('waits')
  first?.()
  expect(await third).toBeDefined()
})

test('who waits too long is turned away, and the next comes in when there is room', async () => {
  vi.useFakeTimers()
  try {
    const gate = createGate({ width: 1, patience: 1_000 })
    const leave = await gate.enter('a')
    const late = gate.enter('a')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await late).toBeUndefined()
    const next = gate.enter('a')
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
        const gate = createGate({ width, patience: 60_000 })
        const inside = { a: 0, b: 0 }
        const passed = await Promise.all(
          keys.map(async (key) => {
            const leave = await gate.enter(key)
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
  const gate = createChangeGate({ perScope: 2, perWorkspace: 3, patience: 60_000 })
  const isIn = (entering: ReturnType<typeof gate.enter>) =>
    Promise.race([entering.then(() => true), new Promise((done) => setImmediate(() => done(false)))])
  const first = await gate.enter('brightline', 'plan 1')
  expect(await isIn(gate.enter('brightline', 'plan 1'))).toBe(true)
  const third = gate.enter('brightline', 'plan 1')
  expect(await isIn(third)).toBe(false)
  expect(await isIn(gate.enter('brightline', 'plan 2'))).toBe(true)
  const fourth = gate.enter('brightline', 'plan 3')
  expect(await isIn(fourth)).toBe(false)
  expect(await isIn(gate.enter('halden', 'plan 4'))).toBe(true)
  first?.()
  expect(await isIn(fourth)).toBe(true)
})

test('who waits too long for others of the workspace leaves the plan free', async () => {
  vi.useFakeTimers()
  try {
    const gate = createChangeGate({ perScope: 1, perWorkspace: 1, patience: 1_000 })
    const leave = await gate.enter('brightline', 'plan 1')
    const late = gate.enter('brightline', 'plan 2')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await late).toBeUndefined()
    leave?.()
    expect(await gate.enter('brightline', 'plan 2')).toBeDefined()
  } finally {
    vi.useRealTimers()
  }
})
