import type { CommandName, PageUrl, Reader } from '#app/policy/policy.ts'

/**
 * Who must never be allowed, kept apart from the policy table: the matrix reads that table, so a mistake in it would pass there.
 * A new command or page fails here until someone has said who must never have it.
 */

const vendor = [
  'member',
  'admin',
  'rep',
  'account manager',
  'services',
  'support',
  'marketing',
  'lead',
  'team',
] as const
const waiting = ['waiting contributor', 'waiting viewer'] as const
const customer = ['champion', 'contributor', 'viewer', 'confirmer', 'consenter', ...waiting] as const

type Statement = { who: readonly Reader[]; commands?: readonly CommandName[]; pages?: readonly PageUrl[] }

const changesOfThePlan = [
  ...(['complete-task', 'reopen-task', 'start-task', 'send-back-task', 'edit-task', 'add-task'] as const),
  ...(['add-tasks', 'move-tasks', 'assign-tasks', 'remove-task', 'remove-tasks'] as const),
  ...(['add-file', 'add-link', 'remove-attachment', 'restore-attachment'] as const),
  ...(['add-milestone', 'edit-milestone', 'prove-milestone', 'ask-result', 'give-result', 'ask-approval'] as const),
  ...(['move-milestone', 'split-milestone', 'remove-milestone'] as const),
  'edit-terms',
  'edit-calendar',
  'restore-agreed',
  'adjust-plan',
  'undo-change',
] as const satisfies CommandName[]

const agreeing = [
  ...(['agree-plan', 'object-to-plan'] as const),
  ...(['answer-objection', 'withdraw-objection'] as const),
] as const satisfies CommandName[]

/** The conversation of a plan, which all who read it take part in, what anyone of them can be asked for or own, and what they have seen. */
const talking = [
  ...(['add-comment', 'edit-comment', 'delete-comment', 'restore-comment'] as const),
  ...(['resolve-thread', 'reopen-thread', 'ask-question', 'answer-approval'] as const),
  ...(['promise-date', 'withdraw-promise', 'mark-seen'] as const),
] as const satisfies CommandName[]

/** The customer's participants and their company's logo. */
const people = [
  'set-account-logo',
  ...(['invite-participant', 'invite-owner'] as const),
  'remove-participant',
  'take-back-invitation',
  'set-entry-domains',
  'accept-participant',
  'name-confirmer',
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

const theWin = [
  ...(['confirm-first-win', 'record-measurement', 'correct-first-win', 'withdraw-first-win'] as const),
  ...(['answer-reference', 'give-consent'] as const),
  ...announcing,
] as const satisfies CommandName[]

const ofTheWorkspace = [
  ...(['add-member', 'set-roles', 'remove-member'] as const),
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
] as const satisfies CommandName[]

/** Members' own sign-in methods. */
const passkeys = ['add-passkey', 'rename-passkey', 'remove-passkey'] as const satisfies CommandName[]

const ofTheLead = [
  'close-plan',
  'reopen-plan',
  'archive-plan',
  'restore-plan',
  'set-team',
  'share-forecast',
  'withdraw-forecast',
] as const satisfies CommandName[]

const adminPages = [
  'workspace/members/:memberId',
  'workspace/settings',
  'workspace/access',
  'workspace/sign-on',
  'workspace/security',
  'workspace/keys',
  'workspace/data',
  'workspace/data/:personId',
  'workspace/data/:personId/export',
  'workspace/security/export',
] as const satisfies PageUrl[]

const formsOfThePlan = [
  'plans/:planId/terms',
  'plans/:planId/try',
  'plans/:planId/try/material',
  'plans/:planId/tasks/new',
  'plans/:planId/tasks/:taskId',
  ...(['plans/:planId/tasks/:taskId/choices', 'plans/:planId/tasks/:taskId/files'] as const),
  'plans/:planId/milestones/new',
  ...(['plans/:planId/milestones/:milestoneId', 'plans/:planId/owners'] as const),
] as const satisfies PageUrl[]

const pagesOfPeople = ['plans/:planId/invite', 'plans/:planId/logo'] as const satisfies PageUrl[]

const pagesOfThePlan = [
  'plans/:planId',
  ...(['plans/:planId/events', 'plans/:planId/editing'] as const),
  'plans/:planId/activity',
  'plans/:planId/conversation',
  ...(['plans/:planId/tasks/:taskId/view', 'plans/:planId/files/:fileId'] as const),
  ...(['plans/:planId/tasks/:taskId/beside', 'plans/:planId/milestones/:milestoneId/view'] as const),
  'plans/:planId/calendar',
  'plans/:planId/agreed/:number',
  ...(['plans/:planId/card', 'plans/:planId/card/picture'] as const),
  'plans/:planId/situations',
  'plans/:planId/situations/:situationId',
] as const satisfies PageUrl[]

export const never: Record<string, Statement> = {
  'the vendor never says that the win happened, measures it, corrects it, takes it back, or consents to a reference': {
    who: vendor,
    commands: theWin,
    pages: ['plans/:planId/win', 'plans/:planId/reference', 'plans/:planId/note'],
  },
  'the vendor never speaks for the customer: on what was heard, its calendar, which people it accepts, who confirms': {
    who: vendor,
    commands: [
      'confirm-situation',
      'change-situation',
      ...(['check-calendar', 'close-question', 'reopen-question'] as const),
      'accept-participant',
      'name-confirmer',
      'agree-to-champion',
      'enter-by-domain',
      'ask-for-erasure',
      'export-own-data',
    ],
    pages: ['plans/:planId/your-data', 'plans/:planId/your-data/export'],
  },
  'the customer never runs the vendor’s workspace or its plans': {
    who: customer,
    commands: [
      ...ofTheWorkspace,
      ...ofTheLead,
      ...passkeys,
      ...(['create-plan', 'set-job-title', 'export-member-data'] as const),
      ...(['answer-question', 'hand-question', 'propose-closing'] as const),
      'save-situation',
      'share-situation',
      'propose-champion',
      'complete-champion',
    ],
    pages: [
      ...adminPages,
      'passkeys',
      'passkeys/options',
      'plans',
      'plans/new',
      'references',
      'workspace',
      'profile',
      'profile/export',
      'plans/:planId/close',
      'plans/:planId/team',
      'plans/:planId/forecast',
      'plans/:planId/forecast/input',
      'api/v1/schedule',
    ],
  },
  'viewers never change the plan, its people, or what was confirmed': {
    who: ['viewer', 'waiting viewer'],
    commands: [...changesOfThePlan, ...people, ...theWin, ...ofTheLead, ...agreeing, 'check-calendar'],
    pages: [...formsOfThePlan, ...pagesOfPeople, 'plans/:planId/win', 'plans/:planId/reference'],
  },
  'a person the champion has not accepted never decides anything for the customer': {
    who: waiting,
    commands: [...people, ...theWin, ...agreeing, 'check-calendar', 'decline-champion'],
    pages: [...pagesOfPeople, 'plans/:planId/win', 'plans/:planId/reference'],
  },
  'contributors never lead: they agree to nothing, bring in no one, confirm nothing, consent to nothing': {
    who: ['contributor', 'waiting contributor'],
    commands: [...people, ...theWin, ...agreeing],
    pages: [...pagesOfPeople, 'plans/:planId/win', 'plans/:planId/reference'],
  },
  'being named to confirm the win gives nothing else': {
    who: ['confirmer'],
    commands: [
      ...changesOfThePlan,
      ...people,
      'correct-first-win',
      'withdraw-first-win',
      'answer-reference',
      'give-consent',
      ...agreeing,
      'check-calendar',
    ],
    pages: [...formsOfThePlan, ...pagesOfPeople, 'plans/:planId/reference'],
  },
  'members who have no part in a plan never change it, whatever their role; marketing neither': {
    who: ['member', 'rep', 'account manager', 'services', 'support', 'marketing'],
    commands: [...changesOfThePlan, ...people, ...ofTheLead, ...agreeing, 'save-situation', 'share-situation'],
    pages: [...formsOfThePlan, ...pagesOfPeople, 'plans/:planId/close', 'plans/:planId/team'],
  },
  'only admins change the workspace, its members, its sign-on, or read its security log': {
    who: ['member', 'rep', 'account manager', 'services', 'support', 'marketing', 'lead', 'team'],
    commands: ofTheWorkspace,
    pages: adminPages,
  },
  'services, support and marketing never begin plans': {
    who: ['member', 'services', 'support', 'marketing', 'lead', 'team'],
    commands: ['create-plan'],
    pages: ['plans/new'],
  },
  'the team never does what the lead alone decides': {
    who: ['team'],
    commands: [...ofTheLead, ...agreeing, 'set-entry-domains', 'hand-on-champion', 'propose-champion'],
    pages: ['plans/:planId/close', 'plans/:planId/team'],
  },
  'the lead never makes anyone champion': {
    who: ['lead'],
    commands: ['hand-on-champion', 'propose-champion', 'complete-champion', 'decline-champion'],
  },
  'admins never agree in the lead’s place, and never bring the customer’s people in or take them off': {
    who: ['admin'],
    commands: [
      ...agreeing,
      'invite-participant',
      'remove-participant',
      'take-back-invitation',
      'set-entry-domains',
      'accept-participant',
      'name-confirmer',
    ],
  },
  'the champion of an archived plan reads nothing but the own consent': {
    who: ['consenter'],
    commands: [
      ...changesOfThePlan,
      ...people,
      ...talking,
      'give-consent',
      'confirm-first-win',
      'correct-first-win',
      'withdraw-first-win',
    ],
    pages: [...pagesOfThePlan, ...formsOfThePlan, 'plans/:planId/win', ...pagesOfPeople],
  },
  'someone on no plan of theirs reads none of it': {
    who: ['anyone', 'everyone signed in'],
    pages: [...pagesOfThePlan, ...formsOfThePlan, 'plans/:planId/win', 'plans/:planId/reference', ...pagesOfPeople],
  },
}

/** What may be opened without a session or by everyone signed in: sign-in pages, images, health checks. */
export const ways: readonly PageUrl[] = [
  ...(['', 'healthz', 'readyz', 'sign-in', 'sign-in/code'] as const),
  ...(['sign-in/passkey', 'sign-out', 'devices', 'switch', 'your-plans'] as const),
  ...([
    'faults',
    'link/:token',
    'sso/:workspaceId/start',
    'sso/:workspaceId/callback',
    'sso/:workspaceId/continue',
  ] as const),
  ...(['logos/:logo', 'shared/:shared', 'shared/:shared/picture', 'look/:sheet', '*'] as const),
]
