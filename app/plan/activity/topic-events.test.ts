import { expect, test } from 'vitest'
import { eventCatalogue } from '#app/runner/events/catalogue.ts'
import { personEvents, workspaceEvents } from '#app/runner/events/workspace-events.ts'
import { topicEvents } from './topic-events.ts'

test('every event of a plan is about one topic; an undo is about what it undid', () => {
  const ofPlans = Object.keys(eventCatalogue).filter((name) => !(name in workspaceEvents) && !(name in personEvents))
  expect([...Object.values(topicEvents).flat(), 'change undone'].sort()).toEqual(ofPlans.sort())
})
