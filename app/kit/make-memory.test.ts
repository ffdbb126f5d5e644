import { expect, test, vi } from 'vitest'
import { makeMemory } from './make-memory.ts'

test('an answer is found once for a key, also for those who ask meanwhile', async () => {
  const recall = makeMemory<number>(2)
  const find = vi.fn(() => Promise.resolve(7))
  expect(await Promise.all([recall('a', find), recall('a', find)])).toEqual([7, 7])
  expect(await recall('a', find)).toBe(7)
  expect(find).toHaveBeenCalledTimes(1)
})

test('only so many are kept, and the one asked for longest ago goes first', async () => {
  const recall = makeMemory<string>(2)
  const find = vi.fn((key: string) => () => Promise.resolve(key))
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await recall(key, find(key))
  const computed: string[] = []
  for (const key of ['a', 'b', 'c'])
    await recall(key, () => {
      computed.push(key)
      return Promise.resolve(key)
    })
  expect(computed).toEqual(['c'])
})

test('what failed is tried again', async () => {
  const recall = makeMemory<number>(2)
  await expect(recall('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await recall('a', () => Promise.resolve(1))).toBe(1)
})
