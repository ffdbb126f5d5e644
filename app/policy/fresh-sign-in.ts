import type { Actor, CommandName } from './policy.ts'

/**
 * Commands that change how people sign in, delete for good or hand out another person's data: an unlocked screen is not enough
 * for them.
 */
const wantsFreshSignIn: readonly CommandName[] = [
  'set-identity-provider',
  'remove-identity-provider',
  'release-account',
  'correct-member-address',
  'set-code-on-new-devices',
  'make-api-key',
  'set-retention',
  'add-passkey',
  'remove-passkey',
  'remove-member-passkeys',
  'erase-person',
  'export-person',
]

/** Milliseconds for which a sign-in counts as fresh. */
const freshFor = 10 * 60 * 1000

/** Whether a sign-in was a moment ago; never of someone whose sign-in is unknown. */
export const isFresh = (signedInAt: Date | undefined, now: Date): boolean =>
  signedInAt !== undefined && now.getTime() - signedInAt.getTime() < freshFor

/** Whether the actor proved who they are a moment ago. */
export const isFreshlySignedIn = (actor: Actor, now: Date): boolean =>
  actor.kind === 'member' && isFresh(actor.signedInAt, now)

/** Whether the actor must prove again who they are before giving this command. */
export const mustSignInAgain = (name: CommandName, actor: Actor, now: Date): boolean =>
  wantsFreshSignIn.includes(name) && !isFreshlySignedIn(actor, now)
