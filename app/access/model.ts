import { z } from 'zod'
import {
  emailAddress,
  emailAddresses,
  requiredId,
  oneOf,
  optionalIsoDate,
  optionalLine,
  optionalName,
  optionalText,
  requiredText,
  tickedBox,
} from '#app/kit/field-schemas.ts'
import { bounds, textSizes } from '#app/kit/limits.ts'
import { nameFromAddress } from '#app/kit/name-from-address.ts'
import { isLoopback } from '#app/kit/public-address.ts'
import { mailDomains } from './mail-domains.ts'
import { participantRoles } from '#app/policy/roles.ts'
import { inviteInputRefusals, issuerInputRefusals } from './access-input-words.ts'
import { fieldWords } from '#app/kit/field-words.ts'

export const inviteInput = z
  .object({
    name: optionalName(),
    email: emailAddresses(bounds.invitations),
    role: oneOf(participantRoles),
    personalLine: optionalLine(textSizes.personalLine),
  })
  .superRefine(({ name, email: people, role }, context) => {
    const [first, ...more] = people
    if (more.length > 0 && role === 'champion')
      context.addIssue({
        code: 'custom',
        path: ['role'],
        message: inviteInputRefusals.onlyOneChampion,
      })
    if (more.length === 0 && first?.name === null && name === null)
      context.addIssue({ code: 'custom', path: ['name'], message: fieldWords.missing })
  })

/**
 * Who is invited, each with a name: the typed one is that of the first address, others have the one before their address, or one made
 * from it.
 */
export const invitedPeople = ({ name, email: people }: z.infer<typeof inviteInput>) =>
  people.map((person, index) => ({
    email: person.email,
    name: (index === 0 ? name : null) ?? person.name ?? nameFromAddress(person.email),
  }))

export const participantInput = z.object({ participantId: requiredId() })

export const otherAddressInput = z.object({ participantId: requiredId(), email: emailAddress() })

export const confirmerInput = z.object({ participantId: requiredId(), mayConfirm: tickedBox() })

const wellKnown = /\/\.well-known\/openid-configuration\/?$/

/** The provider's own name for itself; people paste the address of its description as well. */
const issuer = z.preprocess(
  (value) => (typeof value === 'string' ? value.trim().replace(wellKnown, '') : value),
  requiredText(500)
    .pipe(z.url({ protocol: /^https?$/, error: issuerInputRefusals.notAnAddress }))
    .pipe(z.string().refine(isSafeToAsk, issuerInputRefusals.notHttps)),
)

/**
 * Only https, since plain http can be read on the way. Whether plain http to the loopback is allowed is decided where the
 * provider is asked.
 */
function isSafeToAsk(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || isLoopback(hostname.replace(/^\[|\]$/g, ''))
}

export const identityProviderInput = z.object({
  issuer,
  clientId: requiredText(300),
  /** The one that is kept stays when this is left out. */
  clientSecret: optionalText(1000),
  required: tickedBox(),
})

export const memberInput = z.object({ memberId: requiredId() })

/** One session, or all of them where none is named. */
export const memberSessionsInput = z.object({
  memberId: requiredId(),
  sessionId: z.preprocess((value) => (value === '' || value === undefined ? null : value), z.nullable(requiredId())),
})

export const exportSecurityLogInput = z.object({
  format: oneOf(['csv', 'json', 'jsonl']),
  kind: optionalText(100),
  person: optionalText(200),
  from: optionalIsoDate(),
  to: optionalIsoDate(),
})

/** Domains whose people may enter a plan by themselves. */
export const entryDomainsInput = z.object({ domains: mailDomains(10, 'customer.example') })

export const codeOnNewDevicesInput = z.object({ codeOnNewDevices: tickedBox() })
