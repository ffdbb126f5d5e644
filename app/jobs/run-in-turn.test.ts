import { expect, test } from 'vitest'
import { runInTurn } from './run-in-turn.server.ts'

test('a step that fails stops none after it, and every failure is told', async () => {
  const ran: string[] = []
  const step = (name: string, fails: boolean) => (of: string) => {
    ran.push(`${name} ${of}`)
    return fails ? Promise.reject(new Error(name)) : Promise.resolve()
  }
  await runInTurn([step('a', false)], 'x')
  await expect(runInTurn([step('b', true), step('c', false)], 'x')).rejects.toThrow('b')
  const both = runInTurn([step('d', true), step('e', true), step('f', false)], 'x')
  await expect(both).rejects.toMatchObject({ errors: [{ message: 'd' }, { message: 'e' }] })
  expect(ran.map((it) => it[0])).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
})
