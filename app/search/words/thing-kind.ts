/** What can be found. A member is someone of the vendor who works on a plan, a person someone of the customer who is on one. */
export const thingKinds = ['account', 'plan', 'person', 'member', 'capability', 'task', 'comment'] as const
export type ThingKind = (typeof thingKinds)[number]
