import { expect, test } from 'vitest'
import { UnreadableJson, readJson } from './read-json.ts'

const nested = (n: number) => `${'['.repeat(n)}${']'.repeat(n)}`

test('JSON is read as it is', () => {
  expect(readJson('{"a":[1,{"b":"[[[ \\" {{{"}]}')).toEqual({ a: [1, { b: '[[[ " {{{' }] })
  expect(readJson(nested(32))).toBeInstanceOf(Array)
  expect(readJson(`"${'['.repeat(100)}"`)).toHaveLength(100)
})

test('what is nested too deeply or broken is refused before anything walks it', () => {
  for (const text of [nested(33), nested(1_000_000), `{"a":${nested(32)}}`, '{"a":', '', 'x', "{'a':1}"])
    expect(() => readJson(text), text.slice(0, 20)).toThrow(UnreadableJson)
})

test('prototype keys change no prototype', () => {
  readJson('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}')
  expect({}).not.toHaveProperty('polluted')
})
