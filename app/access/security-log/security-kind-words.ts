/** Every kind of event that the security log keeps, with its words for a list. Pure. */
export const securityKinds = {
  'signed in': 'Signed in',
  'sign-in failed': 'Sign-in failed',
  'signed out': 'Signed out',
  'sessions ended': 'Signed out everywhere',
  'link sent': 'Link sent',
  'link issued': 'Sign-in link made by the operator',
  'link refused': 'Link refused',
  'code sent': 'Code sent',
  'code refused': 'Code refused',
  invited: 'Invited',
  'invitation taken back': 'Invitation withdrawn',
  'came by domain': 'Joined by email domain',
  'participant accepted': 'Participant accepted',
  'participant removed': 'Participant removed',
  'member added': 'Member added',
  'member removed': 'Member removed',
  'role changed': 'Role changed',
  'champion proposed': 'Champion proposed',
  'champion declined': 'Proposed champion declined',
  'plan closed to participants': 'Plan archived: customer access ended',
  'limit reached': 'Limit reached',
  'access rules changed': 'Access rules changed',
  'sign-on changed': 'Single sign-on changed',
  'retention changed': 'Retention changed',
  'records deleted': 'Old records deleted',
  'erasure asked for': 'Erasure requested',
  'person erased': 'Person erased',
  'entries erased': 'Person erased from entries of this log',
  'log shortened': 'Oldest entries deleted',
  'passkey added': 'Passkey added',
  'passkey renamed': 'Passkey renamed',
  'passkey removed': 'Passkey removed',
  'account bound': 'Account linked',
  'account released': 'Account unlinked',
  'key made': 'API key created',
  'key revoked': 'API key revoked',
  exported: 'Exported',
} as const

export type SecurityKind = keyof typeof securityKinds

export const securityKindNames = Object.keys(securityKinds) as [SecurityKind, ...SecurityKind[]]

export const isSecurityKind = (kind: string): kind is SecurityKind => Object.hasOwn(securityKinds, kind)

/** The text for a kind of entry. The log is append-only, so it may contain kinds that the code no longer writes. */
export const kindWords = (kind: string): string => (isSecurityKind(kind) ? securityKinds[kind] : kind)
