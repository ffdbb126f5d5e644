import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { changeWords, eventWords } from './activity-words.ts'

const app = resolve(import.meta.dirname, '../..')

/** Every event that a command of a plan records, read from the commands themselves. */
const recorded = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^(plan|value|references|access)\/.*\.server\.ts$/.test(file))
  .flatMap((file) =>
    [...readFileSync(join(app, file), 'utf8').matchAll(/event: ([^\n]*)/g)].flatMap(([, line = '']) =>
      [...line.matchAll(/'([a-z]+(?: [a-z]+)+)'/g)].map(([, event = '']) => event),
    ),
  )

test('every event of a plan has words of its own', () => {
  expect(recorded.length).toBeGreaterThan(20)
  expect(recorded.filter((event) => eventWords(event, 'Subject') === `${event}: Subject`)).toEqual([])
})

test('a change is told with its label and both values, and the number of the terms is left out', () => {
  expect(
    changeWords({
      doneOn: { before: null, after: '2026-06-18' },
      termsVersion: { before: 1, after: 2 },
      private: { before: false, after: true },
    }),
  ).toEqual([
    { label: 'Done on', before: '', after: '18 June 2026' },
    { label: 'Private', before: 'no', after: 'yes' },
  ])
})
