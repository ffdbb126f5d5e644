import { z } from 'zod'
import { isPublicMailDomain } from '#app/access/public-mail-domains.ts'
import { type MemberRole, memberRoles } from '#app/access/policy.ts'
import { emailAddress, id, optionalText, someOf, text } from '#app/kit/fields.ts'
import { ownAccent } from '#app/ui/accent.ts'

/** What each role of a member is for, in words for a form. */
export const roleWords: Record<MemberRole, string> = {
  admin: 'Admin: members, settings, every plan',
  rep: 'Rep: wins the deal',
  'account manager': 'Account manager: grows it',
  services: 'Services: implements it',
  support: 'Support: answers for it',
  marketing: 'Marketing: hears of wins, asks for references',
}

export const addMemberInput = z.object({
  name: text(200),
  email: emailAddress(),
  roles: someOf(memberRoles).refine((roles) => roles.length > 0, 'Choose at least one.'),
})

export const setRolesInput = z.object({ memberId: id(), roles: someOf(memberRoles) })

export const removeMemberInput = z.object({
  memberId: id(),
  /** Who takes over the plans; needed where there are any. */
  successorId: z.preprocess((value) => (value === '' || value === undefined ? null : value), z.nullable(id())),
})

const accent = z.preprocess(
  (value) => (typeof value === 'string' ? value.trim().toLowerCase() || ownAccent : value),
  z
    .string()
    .regex(/^#[0-9a-f]{6}$/, 'This is not a colour, such as #1f4e46.')
    .transform((colour) => (colour === ownAccent ? null : colour)),
)

const mostDomains = 20
const domain = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/

/** Domains as people write them, with blanks, commas or lines between them. */
function toDomains(value: unknown): unknown {
  if (Array.isArray(value)) return value
  const text = typeof value === 'string' ? value : ''
  const names = text.toLowerCase().match(/[^\s,;"[\]]+/g) ?? []
  return [...new Set(names.map((it) => it.replace(/^@/, '')))].sort()
}

const domains = z.preprocess(
  toDomains,
  z
    .array(z.string())
    .max(mostDomains, `Please name at most ${mostDomains} domains.`)
    .superRefine((names, context) => {
      const wrong = names.find((it) => !domain.test(it))
      const open = names.find(isPublicMailDomain)
      if (wrong !== undefined)
        context.addIssue({
          code: 'custom',
          message: `“${wrong.slice(0, 60)}” is not a domain, such as brightline.example.`,
        })
      else if (open !== undefined)
        context.addIssue({ code: 'custom', message: `Anybody can have an address at ${open}, so it names no company.` })
    }),
)

const timeZone = text(60, 'Please choose a time zone.').refine(isTimeZone, 'This time zone is not known.')

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Fields left out stay as they are. */
export const changeWorkspaceInput = z.object({ name: text(200), timeZone, domains, accent }).partial()

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const
const region = z.preprocess(
  (value) => (typeof value === 'string' ? value.trim().toUpperCase() : value),
  optionalText(20),
)

/** Days of the week (1 is Monday) and region codes, for both sides of a new plan. */
export const defaultCalendarsInput = z.object({
  vendorWorkweek: someOf(weekdays),
  vendorRegion: region,
  customerWorkweek: someOf(weekdays),
  customerRegion: region,
})

/** 200 kB, as the table of logos holds. */
export const largestLogo = 200 * 1024

export const setLogoInput = z.object({
  /** The picture in base64, or nothing to have none. */
  image: z.preprocess(
    (value) => value || null,
    z.nullable(
      z
        .string()
        .max(3_000_000)
        .regex(/^[\w+/]+={0,2}$/),
    ),
  ),
})
