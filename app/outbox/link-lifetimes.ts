import { day, minute } from '#app/kit/durations.ts'
import type { Environment } from '#app/kit/environment.server.ts'

export const linkKinds = ['sign-in', 'invitation', 'return', 'entry', 'demo'] as const
export type LinkKind = (typeof linkKinds)[number]

export type LinkSettings = Pick<Environment, 'linkSecret' | 'signInLinkMinutes' | 'invitationDays'>

/** Links that a person has just asked for and waits for; all others must still work after a holiday. */
export const isAskedFor = (kind: LinkKind) => kind === 'sign-in' || kind === 'entry'

/** How long a link works that a person asked for, such as a sign-in link, in milliseconds (`SIGN_IN_LINK_MINUTES`). */
export const askedForLifetime = ({ signInLinkMinutes }: Pick<LinkSettings, 'signInLinkMinutes'>): number =>
  signInLinkMinutes * minute

/** How long a link of this kind works, in milliseconds. */
export function lifetimeOf(kind: LinkKind, settings: LinkSettings): number {
  if (kind === 'demo') return 3650 * day
  return isAskedFor(kind) ? askedForLifetime(settings) : settings.invitationDays * day
}
