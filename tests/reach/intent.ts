import type { CommandName, PageUrl, Reader } from '#app/policy/policy.ts'
import {
  changesOfThePlan,
  agreeing,
  talking,
  people,
  theWin,
  ofTheWorkspace,
  passkeys,
  ofTheLead,
  adminPages,
  formsOfThePlan,
  pagesOfChampion,
  pagesOfPeople,
  pagesOfThePlan,
  withReferences,
  acceptance,
  answeringHandoff,
  soldByVendor,
} from './intent-groups.ts'

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
const customer = ['champion', 'contributor', 'viewer', 'confirmer', 'consenter', 'former', ...waiting] as const

type Statement = { who: readonly Reader[]; commands?: readonly CommandName[]; pages?: readonly PageUrl[] }

export const never: Record<string, Statement> = {
  'the vendor never says that the win happened, measures it, corrects it, takes it back, or consents to a reference': {
    who: vendor,
    commands: theWin,
    pages: [
      'plans/:planId/win',
      'plans/:planId/reference',
      'plans/:planId/reference/pieces/:piece',
      'plans/:planId/note',
      'plans/:planId/calls',
    ],
  },
  'the vendor never speaks for the customer: on what was heard, its calendar, which people it accepts, who confirms': {
    who: vendor,
    commands: [
      'confirm-situation',
      'change-situation',
      'withdraw-situation',
      ...(['check-calendar', 'close-question', 'reopen-question'] as const),
      'accept-participant',
      'name-confirmer',
      'agree-to-champion',
      'take-champion',
      'enter-by-domain',
      'ask-for-erasure',
      'export-own-data',
      'leave-card',
      'return-to-card',
      ...acceptance,
    ],
    pages: ['plans/:planId/your-data', 'plans/:planId/your-data/export'],
  },
  'no one chooses emails by a session: the address in an email says whose they are': {
    who: [...vendor, ...customer],
    commands: ['choose-emails'],
  },
  'the customer never runs the vendor’s workspace or its plans': {
    who: customer,
    commands: [
      ...ofTheWorkspace,
      ...ofTheLead,
      ...passkeys,
      ...(['create-plan', 'import-plan', 'set-job-title', 'export-member-data'] as const),
      ...(['answer-question', 'hand-question', 'propose-closing', 'ask-for-result', 'look-at-win'] as const),
      'set-account-profile',
      ...withReferences,
      ...answeringHandoff,
      ...soldByVendor,
      ...(['request-call', 'cancel-request', 'note-outcome', 'describe-reference'] as const),
      'save-situation',
      'share-situation',
      'propose-champion',
      'complete-champion',
    ],
    pages: [
      'plans/:planId/handoff',
      ...adminPages,
      'passkeys',
      'passkeys/options',
      'plans',
      'search',
      'accounts/:customerId',
      'plans/new',
      'plans/import',
      'plans/export',
      'references',
      'references/library',
      'plans/:planId/library',
      'references/credit',
      'references/credit/export',
      'workspace',
      'profile',
      'profile/export',
      'plans/:planId/customer',
      'plans/:planId/reference/use',
      'references/export',
      'plans/:planId/close',
      'plans/:planId/team',
      'plans/:planId/forecast',
      'plans/:planId/forecast/input',
      'api/v1/schedule',
    ],
  },
  'viewers never change the plan, its people, or what was confirmed': {
    who: ['viewer', 'waiting viewer'],
    commands: [...changesOfThePlan, ...people, ...theWin, ...ofTheLead, ...agreeing, ...acceptance, 'check-calendar'],
    pages: [...formsOfThePlan, ...pagesOfPeople, 'plans/:planId/win', ...pagesOfChampion],
  },
  'a person the champion has not accepted never decides anything for the customer': {
    who: waiting,
    commands: [...people, ...theWin, ...agreeing, ...acceptance, 'check-calendar', 'decline-champion'],
    pages: [...pagesOfPeople, 'plans/:planId/win', ...pagesOfChampion, 'plans/:planId/reference/logo'],
  },
  'contributors never lead: they agree to nothing, bring in no one, confirm nothing, consent to nothing': {
    who: ['contributor', 'waiting contributor'],
    commands: [...people, ...theWin, ...agreeing],
    pages: [...pagesOfPeople, 'plans/:planId/win', ...pagesOfChampion],
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
      ...acceptance,
      'check-calendar',
    ],
    pages: [...formsOfThePlan, ...pagesOfPeople, ...pagesOfChampion],
  },
  'members who have no part in a plan never change it, whatever their role; marketing neither': {
    who: ['member', 'rep', 'account manager', 'services', 'support', 'marketing'],
    commands: [
      ...changesOfThePlan,
      ...people,
      ...ofTheLead,
      ...agreeing,
      'save-situation',
      'share-situation',
      'ask-for-result',
      ...soldByVendor,
    ],
    pages: [...formsOfThePlan, ...pagesOfPeople, 'plans/:planId/close', 'plans/:planId/team'],
  },
  'only admins change the workspace, its members, its sign-on, or read its security log': {
    who: ['member', 'rep', 'account manager', 'services', 'support', 'marketing', 'lead', 'team'],
    commands: ofTheWorkspace,
    pages: adminPages,
  },
  'services, support and marketing never begin plans': {
    who: ['member', 'services', 'support', 'marketing', 'lead', 'team'],
    commands: ['create-plan', 'import-plan'],
    pages: ['plans/new', 'plans/import'],
  },
  'the team never does what the lead alone decides': {
    who: ['team'],
    commands: [...ofTheLead, ...agreeing, 'set-entry-domains', 'hand-on-champion', 'propose-champion'],
    pages: ['plans/:planId/close', 'plans/:planId/team'],
  },
  'who leads where the champion cannot be reached is up to the lead and to people the champion accepted': {
    who: [
      ...(['member', 'admin', 'rep', 'account manager', 'services', 'support', 'marketing', 'team'] as const),
      ...waiting,
      'consenter',
      'former',
    ],
    commands: ['name-next-champion', 'take-champion'],
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
      'send-invitation-again',
      'send-to-other-address',
      'take-back-invitation',
      'set-entry-domains',
      'accept-participant',
      'name-confirmer',
    ],
  },
  'of a plan that they left or that is archived, people read nothing but their consent and what is kept of them': {
    who: ['consenter', 'former'],
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
    pages: [...pagesOfThePlan, ...formsOfThePlan, ...pagesOfChampion, 'plans/:planId/win', ...pagesOfPeople],
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
  ...(['logos/:logo', 'emails/:choices', 'shared/:shared', 'shared/:shared/picture', 'look/:sheet', '*'] as const),
  'api/mail-events',
  'calendar/:feed',
  'your-calendar',
]
