import { expect, test } from 'vitest'
import { bounds, streamLimits, textSizes } from './limits.ts'

/** The intended numbers, written down a second time, so that an accidental change fails. */
const decided = {
  yearsAway: 10,
  tasks: 300,
  milestones: 50,
  links: 20,
  participants: 200,
  participantsByDomain: 150,
  situations: 50,
  figures: 5,
  measurements: 500,
  members: 500,
  apiKeys: 100,
  workingDays: 2_600,
  planYears: 20,
  sittingDays: 60_000,
  listedDays: 200,
  leftOutDays: 100,
  calendarRows: 100,
  edits: 200,
  listRows: 100,
  providerTest: 3_000,
  body: 2_097_152,
  scheduleBody: 10_485_760,
}

test('what there may be of anything is what was decided', () => {
  expect(bounds).toMatchObject(decided)
  expect(streamLimits).toEqual({ perSession: 10, perProcess: 5_000 })
})

test('no text is longer than a page can show many times over', () => {
  for (const [name, size] of Object.entries(textSizes)) expect([name, size <= 4_000]).toEqual([name, true])
})

test('the largest forms fit into a request with every field full, so that the server can show what was typed again', () => {
  // A character takes at most nine bytes in a form; what its sender saw comes with it.
  const bytesOf = (characters: number) => characters * 9 * 2
  const daysOffAndWorkDays = 2 * 2 * bounds.calendarRows * textSizes.dayOff
  const forms = [
    daysOffAndWorkDays,
    bounds.invitations * textSizes.address,
    6 * textSizes.situation,
    bounds.pastedTasks * textSizes.title,
  ]
  for (const characters of forms) expect(bytesOf(characters)).toBeLessThan(bounds.body)
})
