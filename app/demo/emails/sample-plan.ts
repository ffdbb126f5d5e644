import type { SentNotice } from '#app/outbox/when-told.ts'

type FactsOf<Kind extends SentNotice['kind']> = Extract<SentNotice, { kind: Kind }>['facts']

/** The emails of these kinds, each by the case that it shows. */
export type Samples<Kinds extends SentNotice['kind']> = {
  readonly [Kind in Kinds]: Readonly<Record<string, FactsOf<Kind>>>
}

/** The plan that the samples are about. */
export const samplePlan = { workspace: 'Brightline', account: 'Halden Foods', project: 'Faster month-end close' }
