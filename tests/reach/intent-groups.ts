import type { CommandName, PageUrl } from '#app/policy/policy.ts'

/** Commands and pages that `intent.ts` names together. */

/** What both sides say of what was sold. */
const sold = [
  ...(['add-capability', 'edit-capability', 'remove-capability', 'restore-capability'] as const),
] as const satisfies CommandName[]

export const changesOfThePlan = [
  ...(['complete-task', 'reopen-task', 'start-task', 'send-back-task', 'edit-task', 'add-task'] as const),
  ...(['add-tasks', 'move-tasks', 'assign-tasks', 'remove-task', 'remove-tasks'] as const),
  ...(['add-file', 'add-link', 'remove-attachment', 'restore-attachment'] as const),
  ...(['add-milestone', 'edit-milestone', 'prove-milestone', 'ask-result', 'give-result', 'ask-approval'] as const),
  ...(['move-milestone', 'split-milestone', 'remove-milestone'] as const),
  ...(['add-further-win', 'remove-further-win', 'plan-measuring'] as const),
  ...sold,
  'edit-terms',
  'edit-calendar',
  'restore-agreed',
  'adjust-plan',
  'undo-change',
] as const satisfies CommandName[]

/** What the vendor alone says of it. */
export const soldByVendor = [
  ...(['promise-capability', 'deliver-capability', 'withdraw-delivery', 'set-service'] as const),
] as const satisfies CommandName[]

/** Of the vendor's members, who is asked to take over the plan. */
export const answeringHandoff = ['accept-handoff', 'send-back-handoff'] as const satisfies CommandName[]

/** What the customer alone says of it. */
export const acceptance = ['accept-capability', 'withdraw-acceptance'] as const satisfies CommandName[]

export const agreeing = [
  ...(['agree-plan', 'object-to-plan'] as const),
  ...(['answer-objection', 'withdraw-objection'] as const),
] as const satisfies CommandName[]

/** The conversation of a plan, which all who read it take part in, what anyone of them can be asked for or own, and what they have seen. */
export const talking = [
  ...(['add-comment', 'edit-comment', 'delete-comment', 'restore-comment'] as const),
  ...(['resolve-thread', 'reopen-thread', 'ask-question', 'answer-approval'] as const),
  ...(['promise-date', 'withdraw-promise', 'mark-seen'] as const),
] as const satisfies CommandName[]

/** The customer's participants and their company's logo. */
export const people = [
  'set-account-logo',
  ...(['invite-participant', 'invite-owner'] as const),
  'remove-participant',
  'send-invitation-again',
  'send-to-other-address',
  'take-back-invitation',
  'set-entry-domains',
  'accept-participant',
  'name-confirmer',
  'mark-key-person',
  'hand-on-champion',
  'propose-champion',
  'agree-to-champion',
  'complete-champion',
] as const satisfies CommandName[]

/** What the customer shows of its win, and who sees it. */
const announcing = [
  'save-card',
  'share-card',
  'stop-sharing-card',
  'save-note',
  'share-note',
  'stop-sharing-note',
] as const satisfies CommandName[]

export const theWin = [
  ...(['confirm-first-win', 'record-measurement', 'correct-first-win', 'withdraw-first-win'] as const),
  ...(['remove-measurement', 'say-not-yet', 'confirm-further-win', 'reopen-further-win'] as const),
  ...(['answer-reference', 'give-consent', 'answer-piece', 'accept-request', 'decline-request'] as const),
  ...announcing,
] as const satisfies CommandName[]

/** What the vendor does with references. */
export const withReferences = [
  ...(['ask-for-reference', 'ask-for-logo', 'take-reference', 'write-piece', 'send-piece'] as const),
  ...(['note-use', 'remove-use'] as const),
] as const satisfies CommandName[]

export const ofTheWorkspace = [
  ...(['add-member', 'set-roles', 'remove-member', 'correct-member-address'] as const),
  'change-workspace',
  'set-identity-provider',
  'remove-identity-provider',
  'release-account',
  'end-member-sessions',
  'remove-member-passkeys',
  'export-security-log',
  ...(['set-default-calendars', 'set-answer-time'] as const),
  'set-logo',
  'set-code-on-new-devices',
  'set-retention',
  'erase-person',
  'export-person',
  'make-api-key',
  'revoke-api-key',
  'connect-channel',
  'choose-channel-topics',
  'disconnect-channel',
  'send-email-again',
] as const satisfies CommandName[]

/** Members' own sign-in methods. */
export const passkeys = ['add-passkey', 'rename-passkey', 'remove-passkey'] as const satisfies CommandName[]

export const ofTheLead = [
  'close-plan',
  'reopen-plan',
  'archive-plan',
  'restore-plan',
  'set-team',
  ...(['share-forecast', 'leave-out-capability', 'offer-handoff', 'withdraw-handoff'] as const),
  'withdraw-forecast',
] as const satisfies CommandName[]

export const adminPages = [
  'workspace/members/:memberId',
  'workspace/settings',
  'workspace/access',
  'workspace/sign-on',
  'workspace/security',
  'workspace/keys',
  'workspace/channels',
  'workspace/emails',
  'workspace/data',
  'workspace/data/:personId',
  'workspace/data/:personId/export',
  'workspace/security/export',
] as const satisfies PageUrl[]

export const formsOfThePlan = [
  'plans/:planId/terms',
  'plans/:planId/try',
  'plans/:planId/try/material',
  ...(['plans/:planId/tasks/new', 'plans/:planId/notes'] as const),
  'plans/:planId/tasks/:taskId',
  ...(['plans/:planId/tasks/:taskId/choices', 'plans/:planId/tasks/:taskId/files'] as const),
  'plans/:planId/milestones/new',
  ...(['plans/:planId/milestones/:milestoneId', 'plans/:planId/owners'] as const),
] as const satisfies PageUrl[]

export const pagesOfPeople = ['plans/:planId/invite', 'plans/:planId/logo'] as const satisfies PageUrl[]

export const pagesOfThePlan = [
  'plans/:planId',
  ...(['plans/:planId/events', 'plans/:planId/editing'] as const),
  'plans/:planId/activity',
  'plans/:planId/conversation',
  ...(['plans/:planId/tasks/:taskId/view', 'plans/:planId/files/:fileId'] as const),
  ...(['plans/:planId/tasks/:taskId/calendar', 'plans/:planId/tasks/:taskId/done'] as const),
  ...(['plans/:planId/tasks/:taskId/beside', 'plans/:planId/milestones/:milestoneId/view'] as const),
  'plans/:planId/calendar',
  'plans/:planId/agreed/:number',
  ...(['plans/:planId/card', 'plans/:planId/card/picture', 'plans/:planId/results'] as const),
  ...(['plans/:planId/situations', 'plans/:planId/sold', 'plans/:planId/sold/:capabilityId'] as const),
  'plans/:planId/situations/:situationId',
  ...(['plans/:planId/export', 'plans/:planId/export/file'] as const),
] as const satisfies PageUrl[]

/** Where the champion decides about being a reference; members fetch the file of a call, too. */
export const pagesOfChampion = [
  'plans/:planId/reference',
  'plans/:planId/calls',
  'plans/:planId/calls/:requestId/file',
] as const satisfies PageUrl[]
