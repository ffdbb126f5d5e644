import { labels } from '#app/kit/label-words.ts'

/** What the fields of a capability are called, in forms and in the activity. */
export const capabilityLabels = {
  need: labels.need,
  why: labels.whyNeeded,
  askedBy: labels.askedBy,
  askerName: labels.personName,
  promisedBy: labels.promisedBy,
  inContract: labels.inContract,
  quantity: labels.quantity,
  edition: labels.edition,
  deliveredBy: labels.deliveredBy,
  internalNote: labels.internalNote,
  deliveredOn: labels.deliveredOn,
  reason: labels.leftOutReason,
}

export const capabilityRefusals = {
  noAskerName: 'Please enter the name of the person who asked.',
  askerNotOnPlan: 'This person is not on the plan. Please choose someone else.',
  promiserGone: 'This person is no longer a member of the workspace. Please choose someone else.',
  taskNotOnPlan: 'One of these tasks is no longer on the plan. Please choose again.',
  isInContract: 'This is in the contract. Please change that first.',
  isAccepted: 'The customer has accepted this. They can take that back first.',
  notDelivered: 'This is not delivered yet, so it cannot be accepted.',
  tooMany: (most: number): string => `A plan can have at most ${most} capabilities.`,
}
