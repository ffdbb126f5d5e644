import type { CommandName } from '#app/policy/policy.ts'
import type { Carrier } from './carrier.ts'
import type { Place } from './places.ts'
import { capabilityCarriers } from './capability-carriers.ts'
import { callCarriers } from './call-carriers.ts'
import { winCarriers } from './win-carriers.ts'

const newTask = (place: Place) => ({
  milestoneId: place.milestoneIds[1] ?? '',
  title: 'Security review',
  owner: 'else',
  ownerName: 'Customer’s IT',
  side: 'customer',
  durationDays: '4',
  notBefore: '2026-06-22',
  notAfter: '',
  dependsOn: [place.taskIds['scope'] ?? ''],
  [`lag.${place.taskIds['scope']}`]: '2',
})

const terms = {
  project: 'Faster month-end close',
  criticalDate: '2026-09-15',
  criticalReason: 'the half-year audit begins on the 16th',
  ifMissed: 'The audit runs on the old books.',
  statement: 'We closed the books in one day.',
  measure: 'time to close a month',
  unit: 'days',
  baseline: '30',
  target: '1',
  winBy: '2026-10-30',
  announcedTo: 'the board',
}

const importedPlan = {
  account: 'Halden Foods',
  project: 'Faster month-end close',
  criticalDate: '2030-09-16',
  firstWin: { winBy: '2030-10-30' },
  milestones: [
    { stage: 'Rollout', title: 'Live', tasks: [{ key: 't1', title: 'Go live', side: 'both', durationDays: 1 }] },
    { stage: 'Value', title: 'First win', tasks: [] },
  ],
}

const task = ({ taskIds }: Place) => ({ taskId: taskIds['legal'] ?? '' })
const viewer = ({ people }: Place) => ({ participantId: people.viewer.id })
const comment = ({ commentId }: Place) => ({ commentId })
const attachment = ({ attachmentId }: Place) => ({ attachmentId })
const question = ({ questionId }: Place) => ({ questionId })

/**
 * How each command of the policy table is reached from outside. The types require a line for each; a command for someone who is not
 * signed in is reached by a link. `matrix`, `canary` and `fuzz` are made from it.
 */
export const carriers: Record<CommandName, Carrier | 'a link'> = {
  'create-plan': {
    url: 'plans/new',
    form: () => ({
      ...terms,
      account: 'Halden Foods',
      template: 'small-rollout',
      criticalDate: '2030-09-16',
      winBy: '2030-10-30',
    }),
  },
  'import-plan': {
    url: 'plans/import',
    form: () => ({ account: 'Halden Foods', project: 'Faster month-end close', plan: JSON.stringify(importedPlan) }),
  },
  'add-member': {
    url: 'workspace',
    form: () => ({ name: 'Ana Lind', email: 'ana.lind@brightline.example', roles: ['rep', 'marketing'] }),
  },
  'set-roles': { url: 'workspace/members/:memberId', form: () => ({ roles: ['services'] }) },
  'remove-member': { url: 'workspace/members/:memberId', form: () => ({ successorId: '' }) },
  'correct-member-address': {
    url: 'workspace/members/:memberId',
    form: () => ({ email: 'ana.lind@brightline.example' }),
  },
  'set-identity-provider': {
    url: 'workspace/sign-on',
    form: () => ({ issuer: 'https://10.0.0.1', clientId: 'firstwin', clientSecret: 'a secret', required: 'yes' }),
  },
  'remove-identity-provider': { url: 'workspace/sign-on', form: () => ({}) },
  'end-member-sessions': { url: 'workspace/members/:memberId', form: () => ({ sessionId: '' }) },
  'add-passkey': { url: 'passkeys', form: () => ({ credential: '{}' }) },
  'rename-passkey': { url: 'passkeys', form: ({ passkeyId }) => ({ passkeyId, name: 'The laptop' }) },
  'remove-passkey': { url: 'passkeys', form: ({ passkeyId }) => ({ passkeyId }) },
  'remove-member-passkeys': { url: 'workspace/members/:memberId', form: () => ({ passkeyId: '' }) },
  'release-account': { url: 'workspace/members/:memberId', form: () => ({}) },
  'export-security-log': { url: 'workspace/security/export', form: () => ({ format: 'csv' }) },
  'change-workspace': { url: 'workspace/settings', form: () => ({ name: 'Brightline Group', accent: '#335577' }) },
  'erase-person': { url: 'workspace/data/:personId', form: () => ({ confirmation: 'Somebody Else' }) },
  'export-person': { url: 'workspace/data/:personId/export', form: () => ({}) },
  'export-member-data': { url: 'profile/export', form: () => ({}) },
  'set-retention': {
    url: 'workspace/data',
    form: () => ({
      ...{
        keepSecurityLogMonths: '36',
        keepEmailsDays: '200',
        keepSessionsDays: '120',
        keepReceiptsDays: '14',
        confirmShorter: 'yes',
      },
    }),
  },
  'make-api-key': { url: 'workspace/keys', form: () => ({ name: 'A board', scopes: ['schedule'], life: '90' }) },
  'send-email-again': { url: 'workspace/emails', form: ({ planId }) => ({ noticeId: planId }) },
  'connect-channel': {
    url: 'workspace/channels',
    form: () => ({ kind: 'slack', name: '#wins', webhookAddress: 'https://hooks.slack.example/x', topics: ['won'] }),
  },
  'choose-channel-topics': {
    url: 'workspace/channels',
    form: ({ planId }) => ({ channelId: planId, topics: ['won'] }),
  },
  'disconnect-channel': { url: 'workspace/channels', form: ({ planId }) => ({ channelId: planId }) },
  'revoke-api-key': { url: 'workspace/keys', form: ({ apiKeyId }) => ({ keyId: apiKeyId }) },
  'set-default-calendars': {
    url: 'workspace/settings',
    form: () => ({ vendorWorkweek: ['1', '2'], vendorRegion: 'GB', customerWorkweek: ['1'], customerRegion: '' }),
  },
  'set-answer-time': {
    url: 'workspace/settings',
    form: () => ({ answerHours: '4', answerFrom: '08:30', answerTo: '18:00' }),
  },
  'set-job-title': { url: 'profile', form: () => ({ jobTitle: 'Account executive' }) },
  'set-logo': { url: 'workspace/settings', form: () => ({}) },
  'set-account-logo': { url: 'plans/:planId/logo', form: () => ({}) },
  'set-account-profile': { url: 'plans/:planId/customer', form: () => ({ industry: 'Food', region: 'DACH' }) },
  'complete-task': { url: 'plans/:planId', form: (place) => ({ ...task(place), doneOn: '2026-06-12' }) },
  'reopen-task': { url: 'plans/:planId', form: task },
  'start-task': { url: 'plans/:planId/tasks/:taskId', form: () => ({ startedOn: '2026-06-12' }) },
  'send-back-task': { url: 'plans/:planId/tasks/:taskId', form: () => ({ reason: 'The annex is missing.' }) },
  'edit-task': { url: 'plans/:planId/tasks/:taskId', form: newTask },
  'ask-result': { url: 'plans/:planId/tasks/:taskId', form: () => ({ resultAsks: 'sentence', approver: '' }) },
  'give-result': { url: 'plans/:planId/tasks/:taskId/view', form: () => ({ result: 'The annex is signed.' }) },
  'ask-approval': { url: 'plans/:planId/tasks/:taskId/view', form: () => ({}) },
  'answer-approval': { url: 'plans/:planId/tasks/:taskId/view', form: () => ({ answer: 'approve' }) },
  'promise-date': { url: 'plans/:planId/tasks/:taskId/view', form: () => ({ promisedOn: '2026-06-19' }) },
  'withdraw-promise': { url: 'plans/:planId/tasks/:taskId/view', form: () => ({ promisedOn: '2026-06-19' }) },
  'mark-seen': { url: 'plans/:planId', form: () => ({ number: '1' }) },
  'add-tasks': {
    url: 'plans/:planId',
    form: ({ milestoneIds }) => ({ milestoneId: milestoneIds[0] ?? '', titles: '- One\n- Two' }),
  },
  'add-task': { url: 'plans/:planId/tasks/new', form: newTask },
  'move-tasks': {
    url: 'plans/:planId/tasks/:taskId',
    form: ({ milestoneIds }) => ({ milestoneId: milestoneIds[1] ?? '' }),
  },
  'assign-tasks': {
    url: 'plans/:planId',
    form: ({ taskIds }) => ({ taskIds: [taskIds['legal'] ?? '', taskIds['sign'] ?? ''], owner: '' }),
  },
  'remove-tasks': { url: 'plans/:planId', form: ({ taskIds }) => ({ taskIds: [taskIds['build'] ?? ''] }) },
  'remove-task': { url: 'plans/:planId/tasks/:taskId', form: () => ({}) },
  'add-milestone': { url: 'plans/:planId/milestones/new', form: () => ({ title: 'Tested', stage: 'Implementation' }) },
  'edit-milestone': {
    url: 'plans/:planId/milestones/:milestoneId',
    form: () => ({ title: 'Contract is signed', stage: 'Purchase', exitEvidence: 'The order form', gate: 'yes' }),
  },
  'prove-milestone': {
    url: 'plans/:planId/milestones/:milestoneId',
    form: () => ({ evidence: 'https://halden.example/order', passedWithout: '' }),
  },
  'move-milestone': { url: 'plans/:planId/milestones/:milestoneId', form: () => ({ after: '' }) },
  'split-milestone': {
    url: 'plans/:planId/milestones/:milestoneId',
    // One word: the canary writes its mark in texts of several, and a milestone is never private.
    form: ({ taskIds }) => ({ title: 'Prepared', taskIds: [taskIds['legal'] ?? ''] }),
  },
  'remove-milestone': {
    url: 'plans/:planId/milestones/:milestoneId',
    form: ({ milestoneIds }) => ({ tasksTo: milestoneIds[0] ?? '' }),
  },
  'edit-terms': { url: 'plans/:planId/terms', form: () => terms },
  'adjust-plan': { url: 'plans/:planId/try', form: ({ taskIds }) => ({ [`durationDays.${taskIds['legal']}`]: '8' }) },
  'undo-change': { url: 'plans/:planId', form: () => ({ number: '1' }) },
  'edit-calendar': {
    url: 'plans/:planId/calendar',
    form: () => ({
      vendorWorkweek: ['1', '2', '3', '4', '5'],
      vendorRegion: 'DE-BY',
      'vendorClosed.0.from': '2026-08-03',
      'vendorClosed.0.to': '2026-08-14',
      'vendorClosed.0.why': 'Summer',
      customerWorkweek: ['1', '2', '3', '4'],
      customerRegion: '',
    }),
  },
  'check-calendar': { url: 'plans/:planId/calendar', form: () => ({}) },
  'close-plan': { url: 'plans/:planId/close', form: () => ({ reason: 'postponed', note: 'Until spring.' }) },
  'reopen-plan': { url: 'plans/:planId/close', form: () => ({}) },
  'archive-plan': { url: 'plans/:planId/close', form: () => ({}) },
  'restore-plan': { url: 'plans/:planId/close', form: () => ({}) },
  'set-team': { url: 'plans/:planId/team', form: ({ teamId }) => ({ memberIds: [teamId] }) },
  'share-forecast': { url: 'plans/:planId', form: () => ({}) },
  'withdraw-forecast': { url: 'plans/:planId', form: () => ({}) },
  'agree-plan': { url: 'plans/:planId', form: () => ({ termsVersion: '1' }) },
  'object-to-plan': { url: 'plans/:planId', form: () => ({ reason: 'The audit comes first.' }) },
  'answer-objection': {
    url: 'plans/:planId',
    form: ({ objectionId }) => ({ objectionId, answer: 'We moved it by a week.' }),
  },
  'withdraw-objection': { url: 'plans/:planId', form: ({ objectionId }) => ({ objectionId }) },
  'restore-agreed': { url: 'plans/:planId', form: () => ({ part: 'criticalDate', now: '"2026-09-22"' }) },
  'invite-participant': {
    url: 'plans/:planId/invite',
    form: () => ({ name: 'Nils Aho', email: 'nils.aho@halden.example', role: 'contributor' }),
  },
  'invite-owner': {
    url: 'plans/:planId/owners',
    form: (place) => ({ ...task(place), name: 'Ida', email: 'ida.berg@halden.example' }),
  },
  'remove-participant': { url: 'plans/:planId/invite', form: viewer },
  'send-invitation-again': { url: 'plans/:planId/invite', form: viewer },
  'send-to-other-address': {
    url: 'plans/:planId/invite',
    form: (place) => ({ ...viewer(place), email: 'otto.lind@halden.example' }),
  },
  'take-back-invitation': { url: 'plans/:planId/invite', form: viewer },
  'set-entry-domains': { url: 'plans/:planId/invite', form: () => ({ domains: 'halden.example' }) },
  'enter-by-domain': 'a link',
  'choose-emails': 'a link',
  'set-code-on-new-devices': { url: 'workspace', form: () => ({ codeOnNewDevices: 'yes' }) },
  'accept-participant': { url: 'plans/:planId/invite', form: viewer },
  'propose-champion': { url: 'plans/:planId/invite', form: viewer },
  'agree-to-champion': { url: 'plans/:planId', form: viewer },
  'name-next-champion': { url: 'plans/:planId', form: viewer },
  'take-champion': { url: 'plans/:planId', form: () => ({}) },
  'decline-champion': { url: 'plans/:planId', form: () => ({}) },
  'complete-champion': { url: 'plans/:planId/invite', form: viewer },
  'name-confirmer': { url: 'plans/:planId/invite', form: (place) => ({ ...viewer(place), mayConfirm: 'yes' }) },
  'hand-on-champion': { url: 'plans/:planId/invite', form: viewer },
  'leave-card': { url: 'plans/:planId/your-data', form: () => ({}) },
  'return-to-card': { url: 'plans/:planId/your-data', form: () => ({}) },
  'ask-for-erasure': { url: 'plans/:planId/your-data', form: () => ({}) },
  'export-own-data': { url: 'plans/:planId/your-data/export', form: () => ({}) },
  'add-file': { url: 'plans/:planId/tasks/:taskId/files', form: () => ({}) },
  'add-link': {
    url: 'plans/:planId/tasks/:taskId/view',
    form: () => ({ url: 'https://brightline.example/offer', linkTitle: 'The offer' }),
  },
  'remove-attachment': { url: 'plans/:planId/tasks/:taskId/view', form: attachment },
  'restore-attachment': { url: 'plans/:planId/tasks/:taskId/view', form: attachment },
  'add-comment': {
    url: 'plans/:planId/tasks/:taskId/view',
    form: () => ({ threadId: '', body: 'Can Legal have the cap in writing?', audience: 'both' }),
  },
  'edit-comment': {
    url: 'plans/:planId/conversation',
    form: ({ commentId }) => ({ commentId, body: 'Could Legal have the cap in writing?' }),
  },
  'delete-comment': { url: 'plans/:planId/conversation', form: comment },
  'restore-comment': { url: 'plans/:planId/conversation', form: comment },
  'resolve-thread': { url: 'plans/:planId/conversation', form: comment },
  'reopen-thread': { url: 'plans/:planId/conversation', form: comment },
  'ask-question': {
    url: 'plans/:planId/conversation',
    form: ({ people }) => ({ about: '', body: 'Who trains the auditors?', askerId: people.viewer.id, askerName: '' }),
  },
  'answer-question': {
    url: 'plans/:planId/conversation',
    form: (place) => ({ ...question(place), body: 'We do, in May.' }),
  },
  'hand-question': {
    url: 'plans/:planId/conversation',
    form: (place) => ({ ...question(place), ownerId: place.teamId }),
  },
  'propose-closing': { url: 'plans/:planId/conversation', form: question },
  'close-question': { url: 'plans/:planId/conversation', form: question },
  'reopen-question': { url: 'plans/:planId/conversation', form: question },
  ...winCarriers,
  ...callCarriers,
  ...capabilityCarriers,
}
