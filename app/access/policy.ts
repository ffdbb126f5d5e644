/** Who may do what: this table and nothing else. Pure; it imports no feature. */

export const memberRoles = ['admin', 'rep', 'account manager', 'services', 'support', 'marketing'] as const
export type MemberRole = (typeof memberRoles)[number]

export const participantRoles = ['champion', 'contributor', 'viewer'] as const
export type ParticipantRole = (typeof participantRoles)[number]

export type Actor =
  | { kind: 'member'; workspaceId: string; id: string; name: string; roles: readonly MemberRole[] }
  | { kind: 'participant'; workspaceId: string; id: string; name: string }
  | { kind: 'api-key'; workspaceId: string; id: string; name: string }
  | { kind: 'job'; workspaceId: string; name: string }

export type ActorSide = 'vendor' | 'customer'

export const sideOf = (actor: Actor): ActorSide => (actor.kind === 'participant' ? 'customer' : 'vendor')

/** What somebody is in respect of one plan (or, for members, of the workspace). One person may be several. */
export type Standing = MemberRole | ParticipantRole | 'member' | 'lead' | 'team' | 'confirmer' | 'job'

export type Scope = 'plan' | 'account' | 'workspace'

type Rule = {
  scope: Scope
  who: readonly Standing[]
  /** Whether it may be done once the plan is won, lost or archived; usually not. */
  closedToo?: boolean
}

const editors = ['lead', 'team', 'admin', 'champion', 'contributor'] as const
const inviters = ['champion', 'lead', 'team'] as const
const vendorEditors = ['lead', 'team', 'admin'] as const
const confirmers = ['champion', 'confirmer'] as const

export const commandRules = {
  'create-plan': { scope: 'workspace', who: ['rep', 'admin', 'account manager'] },
  'add-member': { scope: 'workspace', who: ['admin'] },
  'change-workspace': { scope: 'workspace', who: ['admin'] },
  'complete-task': { scope: 'plan', who: editors },
  'reopen-task': { scope: 'plan', who: editors },
  'start-task': { scope: 'plan', who: editors },
  'send-back-task': { scope: 'plan', who: editors },
  'edit-task': { scope: 'plan', who: editors },
  'add-task': { scope: 'plan', who: editors },
  'remove-task': { scope: 'plan', who: editors },
  'add-milestone': { scope: 'plan', who: editors },
  'edit-milestone': { scope: 'plan', who: editors },
  'edit-terms': { scope: 'plan', who: editors },
  'edit-calendar': { scope: 'plan', who: editors },
  'agree-plan': { scope: 'plan', who: ['lead', 'champion'] },
  'invite-participant': { scope: 'plan', who: inviters },
  'remove-participant': { scope: 'plan', who: inviters },
  'name-confirmer': { scope: 'plan', who: ['champion'] },
  'hand-on-champion': { scope: 'plan', who: ['champion', 'admin'] },
  'save-situation': { scope: 'plan', who: vendorEditors },
  'share-situation': { scope: 'plan', who: vendorEditors },
  'confirm-situation': { scope: 'plan', who: participantRoles },
  'change-situation': { scope: 'plan', who: participantRoles },
  'confirm-first-win': { scope: 'plan', who: confirmers },
  'correct-first-win': { scope: 'plan', who: ['champion'], closedToo: true },
  'answer-reference': { scope: 'plan', who: ['champion'], closedToo: true },
  'give-consent': { scope: 'plan', who: ['champion'], closedToo: true },
} as const satisfies Record<string, Rule>

export type CommandName = keyof typeof commandRules

export const ruleOf = (name: CommandName): Rule => commandRules[name]

/** Whether any of these standings may ever give the command; asked by the runner, the pages and the buttons alike. */
export const mayEver = (name: CommandName, standings: ReadonlySet<Standing>): boolean =>
  ruleOf(name).who.some((standing) => standings.has(standing))

/** Pages that not everybody who is signed in may see. Members read all plans; participants the plans that name them. */
export const pageRules = {
  plans: ['member'],
  references: ['member'],
  'new plan': commandRules['create-plan'].who,
  workspace: ['member'],
} as const satisfies Record<string, readonly Standing[]>

/** What a member is everywhere in the workspace. */
export const standingsOfMember = (roles: readonly MemberRole[]): Set<Standing> =>
  new Set<Standing>(['member', ...roles])
