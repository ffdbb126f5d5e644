import { agreementEvents } from '#app/runner/events/agreement-events.ts'
import { capabilityEvents } from '#app/runner/events/capability-events.ts'
import type { EventName } from '#app/runner/events/catalogue.ts'
import { milestoneEvents } from '#app/runner/events/milestone-events.ts'
import { participantEvents } from '#app/runner/events/participant-events.ts'
import { planEvents } from '#app/runner/events/plan-events.ts'
import { referenceEvents } from '#app/runner/events/reference-events.ts'
import { situationEvents } from '#app/runner/events/situation-events.ts'
import { talkEvents } from '#app/runner/events/talk-events.ts'
import { taskEvents } from '#app/runner/events/task-events.ts'
import { termsEvents } from '#app/runner/events/terms-events.ts'
import { winEvents } from '#app/runner/events/win-events.ts'
import type { ActivityTopic } from './activity-topics.ts'

const dates = ['plan adjusted'] satisfies readonly EventName[]
const people = [
  ...(['team set', 'lead handed over', 'lead taken over'] as const),
  ...(['handoff offered', 'handoff sent back', 'handoff withdrawn'] as const),
] satisfies readonly EventName[]
/** It counts to the topic of what it undid. */
const undone = 'change undone' satisfies EventName
const elsewhere = new Set<string>([...dates, ...people, undone])

/** The events of each topic, by name. */
export const topicEvents: { readonly [Topic in ActivityTopic]: readonly string[] } = {
  tasks: Object.keys({ ...taskEvents, ...milestoneEvents }),
  dates: [...Object.keys(termsEvents), ...dates],
  agreement: Object.keys(agreementEvents),
  people: [...Object.keys(participantEvents), ...people],
  value: Object.keys({ ...situationEvents, ...capabilityEvents, ...winEvents, ...referenceEvents }),
  talk: Object.keys(talkEvents),
  plan: Object.keys(planEvents).filter((name) => !elsewhere.has(name)),
}
