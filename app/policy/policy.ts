import type { ApiScope } from './api-scopes.ts'
import { type MemberRole, type ParticipantRole, type WaitingRole, participantRoles } from './roles.ts'
import {
  confirmers,
  customers,
  editors,
  inviters,
  keepers,
  logoSetters,
  talkers,
  vendorEditors,
} from './editors-and-others.ts'
import { championCommandRules } from './champion-command-rules.ts'
import { handoffCommandRules, handoffPageRules } from './handoff-rules.ts'
import { portfolioCommandRules, portfolioPageRules } from './portfolio-rules.ts'
import { referenceCommandRules, referencePageRules } from './reference-rules.ts'
import { ownDataCommandRules, ownDataPageRules } from './own-data-rules.ts'
import { situationCommandRules } from './situation-command-rules.ts'
import { talkCommandRules } from './talk-command-rules.ts'

/** Permissions: this table and nothing else. Pure; it imports no feature. */

export type Actor =
  | {
      kind: 'member'
      workspaceId: string
      id: string
      name: string
      roles: readonly MemberRole[]
      /** When this member proved who they are; unknown where no session speaks for them. */
      signedInAt?: Date
    }
  | { kind: 'participant'; workspaceId: string; id: string; name: string }
  | { kind: 'api-key'; workspaceId: string; id: string; name: string; scopes: readonly ApiScope[] }
  /** The holder of a link that lets a person join who is not on the plan yet, or choose their emails; `id` is that person's. */
  | { kind: 'link'; workspaceId: string; id: string; name: string }

/** A person of either company. */
export type PersonActor = Extract<Actor, { kind: 'member' | 'participant' }>

export type ActorSide = 'vendor' | 'customer'

/** Programs and jobs act for the vendor; the holder of a link acts for the customer. */
export const sideOf = (actor: Actor): ActorSide =>
  actor.kind === 'participant' || actor.kind === 'link' ? 'customer' : 'vendor'

/** What a person is on one plan, or as a member in the workspace. One person may have several standings. */
export type Standing =
  | MemberRole
  | ParticipantRole
  | WaitingRole
  | 'member'
  | 'lead'
  | 'team'
  | 'confirmer'
  /** Who gave the consent to a reference, also once they have left, or leads a won plan that is archived: may withdraw it, and nothing else. */
  | 'consenter'
  /** A participant who left the plan, or whose plan is archived: reads what is kept of them and takes it back, and nothing else. */
  | 'former'
  /** The holder of an emailed link: may join the plan whose domain it was sent to, or choose the emails of its reader, and nothing else. */
  | 'link holder'

export type Scope = 'plan' | 'workspace'

type Rule = {
  scope: Scope
  who: readonly Standing[]
  /** Whether it is allowed while the plan is lost or archived; usually not. A won plan stays open for corrections. */
  onClosedPlan?: boolean
  /** Whether it is refused after the win, because what was confirmed depends on it. */
  untilWon?: boolean
}

export const commandRules = {
  ...portfolioCommandRules,
  'add-member': { scope: 'workspace', who: ['admin'] },
  'set-roles': { scope: 'workspace', who: ['admin'] },
  'remove-member': { scope: 'workspace', who: ['admin'] },
  'correct-member-address': { scope: 'workspace', who: ['admin'] },
  'change-workspace': { scope: 'workspace', who: ['admin'] },
  'set-identity-provider': { scope: 'workspace', who: ['admin'] },
  'remove-identity-provider': { scope: 'workspace', who: ['admin'] },
  'end-member-sessions': { scope: 'workspace', who: ['admin'] },
  'add-passkey': { scope: 'workspace', who: ['member'] },
  'rename-passkey': { scope: 'workspace', who: ['member'] },
  'remove-passkey': { scope: 'workspace', who: ['member'] },
  'remove-member-passkeys': { scope: 'workspace', who: ['admin'] },
  'release-account': { scope: 'workspace', who: ['admin'] },
  'export-security-log': { scope: 'workspace', who: ['admin'] },
  'erase-person': { scope: 'workspace', who: ['admin'] },
  'export-person': { scope: 'workspace', who: ['admin'] },
  'export-member-data': { scope: 'workspace', who: ['member'] },
  'set-retention': { scope: 'workspace', who: ['admin'] },
  'make-api-key': { scope: 'workspace', who: ['admin'] },
  'send-email-again': { scope: 'workspace', who: ['admin'] },
  'connect-channel': { scope: 'workspace', who: ['admin'] },
  'choose-channel-topics': { scope: 'workspace', who: ['admin'] },
  'disconnect-channel': { scope: 'workspace', who: ['admin'] },
  'revoke-api-key': { scope: 'workspace', who: ['admin'] },
  'set-default-calendars': { scope: 'workspace', who: ['admin'] },
  'set-answer-time': { scope: 'workspace', who: ['admin'] },
  'set-job-title': { scope: 'workspace', who: ['member'] },
  'choose-emails': { scope: 'workspace', who: ['link holder'] },
  'set-logo': { scope: 'workspace', who: ['admin'] },
  'complete-task': { scope: 'plan', who: editors },
  'reopen-task': { scope: 'plan', who: editors },
  'start-task': { scope: 'plan', who: editors },
  'send-back-task': { scope: 'plan', who: editors },
  'edit-task': { scope: 'plan', who: editors },
  'add-task': { scope: 'plan', who: editors },
  'add-tasks': { scope: 'plan', who: editors },
  'move-tasks': { scope: 'plan', who: editors },
  'assign-tasks': { scope: 'plan', who: editors },
  'remove-task': { scope: 'plan', who: editors },
  'remove-tasks': { scope: 'plan', who: editors },
  'ask-result': { scope: 'plan', who: editors },
  'give-result': { scope: 'plan', who: editors },
  'ask-approval': { scope: 'plan', who: editors },
  'answer-approval': { scope: 'plan', who: talkers },
  'promise-date': { scope: 'plan', who: talkers },
  'withdraw-promise': { scope: 'plan', who: talkers },
  'mark-seen': { scope: 'plan', who: talkers, onClosedPlan: true },
  'add-milestone': { scope: 'plan', who: editors },
  'edit-milestone': { scope: 'plan', who: editors },
  'prove-milestone': { scope: 'plan', who: editors },
  'move-milestone': { scope: 'plan', who: editors },
  'split-milestone': { scope: 'plan', who: editors },
  'remove-milestone': { scope: 'plan', who: editors },
  'edit-terms': { scope: 'plan', who: editors, untilWon: true },
  'set-account-logo': { scope: 'plan', who: logoSetters },
  'edit-calendar': { scope: 'plan', who: editors },
  'check-calendar': { scope: 'plan', who: ['champion', 'contributor'] },
  'adjust-plan': { scope: 'plan', who: editors },
  'undo-change': { scope: 'plan', who: editors, onClosedPlan: true },
  'close-plan': { scope: 'plan', who: keepers },
  'reopen-plan': { scope: 'plan', who: keepers, onClosedPlan: true },
  'archive-plan': { scope: 'plan', who: keepers, onClosedPlan: true },
  'restore-plan': { scope: 'plan', who: keepers, onClosedPlan: true },
  'set-team': { scope: 'plan', who: keepers },
  'share-forecast': { scope: 'plan', who: ['lead', 'admin'] },
  'withdraw-forecast': { scope: 'plan', who: ['lead', 'admin'] },
  'agree-plan': { scope: 'plan', who: ['lead', 'champion'], untilWon: true },
  'object-to-plan': { scope: 'plan', who: ['lead', 'champion'], untilWon: true },
  'answer-objection': { scope: 'plan', who: ['lead', 'champion'], untilWon: true },
  'withdraw-objection': { scope: 'plan', who: ['lead', 'champion'] },
  'restore-agreed': { scope: 'plan', who: editors, untilWon: true },
  'invite-participant': { scope: 'plan', who: inviters },
  'invite-owner': { scope: 'plan', who: inviters },
  'remove-participant': { scope: 'plan', who: inviters },
  'send-invitation-again': { scope: 'plan', who: inviters },
  'send-to-other-address': { scope: 'plan', who: inviters },
  'take-back-invitation': { scope: 'plan', who: inviters },
  'set-entry-domains': { scope: 'plan', who: ['champion', 'lead'] },
  'enter-by-domain': { scope: 'plan', who: ['link holder'] },
  'set-code-on-new-devices': { scope: 'workspace', who: ['admin'] },
  'accept-participant': { scope: 'plan', who: ['champion'] },
  'name-confirmer': { scope: 'plan', who: ['champion'] },
  ...championCommandRules,
  ...ownDataCommandRules,
  ...talkCommandRules,
  ...handoffCommandRules,
  ...situationCommandRules,
  'confirm-first-win': { scope: 'plan', who: confirmers },
  'record-measurement': { scope: 'plan', who: confirmers },
  'remove-measurement': { scope: 'plan', who: confirmers },
  'add-further-win': { scope: 'plan', who: editors },
  'remove-further-win': { scope: 'plan', who: editors },
  'confirm-further-win': { scope: 'plan', who: confirmers },
  'reopen-further-win': { scope: 'plan', who: confirmers },
  'plan-measuring': { scope: 'plan', who: editors },
  'look-at-win': { scope: 'plan', who: ['services'] },
  'say-not-yet': { scope: 'plan', who: confirmers },
  'ask-for-result': { scope: 'plan', who: vendorEditors },
  'correct-first-win': { scope: 'plan', who: ['champion'], onClosedPlan: true },
  'withdraw-first-win': { scope: 'plan', who: ['champion'] },
  'save-card': { scope: 'plan', who: confirmers },
  'share-card': { scope: 'plan', who: confirmers },
  'stop-sharing-card': { scope: 'plan', who: confirmers },
  'save-note': { scope: 'plan', who: ['champion'] },
  'share-note': { scope: 'plan', who: ['champion'] },
  'stop-sharing-note': { scope: 'plan', who: ['champion'], onClosedPlan: true },
  ...referenceCommandRules,
} as const satisfies Record<string, Rule>

export type CommandName = keyof typeof commandRules

export const commandRuleOf = (name: CommandName): Rule => commandRules[name]

/** Whether any of these standings may ever give the command; asked by the runner, the pages and the buttons alike. */
export const mayEver = (name: CommandName, standings: ReadonlySet<Standing>): boolean =>
  commandRuleOf(name).who.some((standing) => standings.has(standing))

/** Who may open a page: standings, programs with a key of the workspace, everyone signed in, or anyone, signed in or not. */
export type Reader = Standing | 'api key' | 'anyone' | 'everyone signed in'

const openToAnyone = ['anyone'] as const
const signedIn = ['everyone signed in'] as const
const onThePlan = ['member', ...customers] as const

/** Who may open each URL of app/routes.ts; a test compares the two. Private data of one side is removed where a view is built, not here. */
export const pageRules = {
  '': openToAnyone,
  healthz: openToAnyone,
  readyz: openToAnyone,
  'sign-in': openToAnyone,
  'sign-in/code': openToAnyone,
  'sign-in/passkey': openToAnyone,
  'sign-out': openToAnyone,
  devices: signedIn,
  passkeys: ['member'],
  'passkeys/options': ['member'],
  switch: signedIn,
  faults: openToAnyone,
  'link/:token': openToAnyone,
  'sso/:workspaceId/start': openToAnyone,
  'sso/:workspaceId/callback': openToAnyone,
  'sso/:workspaceId/continue': openToAnyone,
  'logos/:logo': openToAnyone,
  'emails/:choices': openToAnyone,
  'api/mail-events': openToAnyone,
  'calendar/:feed': openToAnyone,
  'shared/:shared': openToAnyone,
  'shared/:shared/picture': openToAnyone,
  'look/:sheet': openToAnyone,
  'your-plans': signedIn,
  'your-calendar': signedIn,
  ...portfolioPageRules,
  ...referencePageRules,
  profile: ['member'],
  'profile/export': ['member'],
  workspace: ['member'],
  'workspace/members/:memberId': ['admin'],
  'workspace/settings': ['admin'],
  'workspace/access': ['admin'],
  'workspace/sign-on': ['admin'],
  'workspace/emails': ['admin'],
  'workspace/channels': ['admin'],
  'workspace/keys': ['admin'],
  'workspace/data': ['admin'],
  'workspace/data/:personId': ['admin'],
  'workspace/data/:personId/export': ['admin'],
  'workspace/security': ['admin'],
  'workspace/security/export': ['admin'],
  'plans/:planId': onThePlan,
  'plans/:planId/events': onThePlan,
  'plans/:planId/editing': onThePlan,
  'plans/:planId/activity': onThePlan,
  'plans/:planId/conversation': onThePlan,
  'plans/:planId/calendar': onThePlan,
  'plans/:planId/agreed/:number': onThePlan,
  'plans/:planId/forecast': ['member'],
  'plans/:planId/forecast/input': ['member'],
  'plans/:planId/terms': editors,
  'plans/:planId/logo': logoSetters,
  'plans/:planId/try': editors,
  'plans/:planId/try/material': editors,
  'plans/:planId/tasks/new': editors,
  'plans/:planId/tasks/:taskId': editors,
  'plans/:planId/tasks/:taskId/choices': editors,
  'plans/:planId/tasks/:taskId/view': onThePlan,
  'plans/:planId/tasks/:taskId/done': onThePlan,
  'plans/:planId/tasks/:taskId/files': editors,
  'plans/:planId/files/:fileId': onThePlan,
  'plans/:planId/tasks/:taskId/beside': onThePlan,
  'plans/:planId/tasks/:taskId/calendar': onThePlan,
  'plans/:planId/milestones/new': editors,
  'plans/:planId/milestones/:milestoneId': editors,
  'plans/:planId/milestones/:milestoneId/view': onThePlan,
  'plans/:planId/owners': editors,
  'plans/:planId/invite': [...inviters, 'admin'],
  'plans/:planId/situations': onThePlan,
  'plans/:planId/situations/:situationId': onThePlan,
  ...handoffPageRules,
  'plans/:planId/win': confirmers,
  'plans/:planId/results': onThePlan,
  'plans/:planId/note': ['champion'],
  'plans/:planId/card': onThePlan,
  'plans/:planId/card/picture': onThePlan,
  'plans/:planId/close': keepers,
  'plans/:planId/team': keepers,
  ...ownDataPageRules,
  'api/v1/schedule': ['api key'],
  '*': openToAnyone,
} as const satisfies Record<string, readonly Reader[]>

export type PageUrl = keyof typeof pageRules

/** Pages of one plan: without a standing on it, a person may not know that it exists. */
export type PlanPageUrl = Extract<PageUrl, `plans/:planId${string}`>

/** Which side's private data a person sees: their own side's, or neither until they are accepted. */
export type Sight = ActorSide | 'shared'

/** Whose private tasks and internal comments a person reads: those of the own side, or none while access is not accepted. */
export function sightOf(standings: ReadonlySet<Standing>): Sight {
  if (standings.has('member')) return 'vendor'
  return participantRoles.some((role) => standings.has(role)) ? 'customer' : 'shared'
}
