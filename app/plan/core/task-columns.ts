import { taskFieldNames } from './task-fields.ts'

/** What a plan is computed and shown from: the longer texts of a task are read where it is read alone. */
export const taskColumns = [
  'task.id',
  'task.planId',
  'task.milestoneId',
  'task.position',
  ...taskFieldNames.map((field) => `task.${field}` as const),
  'task.startedOn',
  'task.doneOn',
  'task.privateTo',
  'task.sittings',
  'task.sentBackReason',
  'task.sentBackBy',
  'task.ownerMemberId',
  'task.ownerParticipantId',
  'task.ownerPlaceholder',
  'task.resultAsks',
  'task.resultGiven',
  'task.approverMemberId',
  'task.approverParticipantId',
  'task.approvalAsked',
  'task.promisedOn',
  'task.promisedBy',
] as const
