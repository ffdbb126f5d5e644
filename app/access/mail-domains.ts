import { z } from 'zod'
import { asciiDomain } from '#app/kit/email-address.ts'
import { isPublicMailDomain } from './public-mail-domains.ts'
import { mailDomainInputRefusals } from './access-input-words.ts'

const domain = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/

/** Far longer than any list of domains that is taken, in characters. */
const longestList = 10_000

function toDomains(value: unknown): unknown {
  if (typeof value !== 'string' || value.length > longestList) return value
  const names = value.toLowerCase().match(/[^\s,;"[\]]+/g) ?? []
  return [...new Set(names.map((it) => asciiDomain(it.replace(/^@/, '').replace(/[.)>]{1,9}$/, ''))))].sort()
}

/**
 * Email domains of one company, as people write them: with blanks, commas or lines between them, an @ before them or not, in the letters
 * of any language. As DNS holds them, sorted, without repeats; domains at which anyone has an address are refused.
 * @param example said where something is no domain
 */
export const mailDomains = (most: number, example: string) =>
  z.preprocess(
    toDomains,
    z
      .array(z.string(), { error: mailDomainInputRefusals.notRead(example) })
      .max(most, mailDomainInputRefusals.tooMany(most))
      .superRefine((names, context) => {
        const wrong = names.find((it) => !domain.test(it))
        const open = names.find(isPublicMailDomain)
        if (wrong !== undefined)
          context.addIssue({
            code: 'custom',
            message: mailDomainInputRefusals.notValid(wrong.slice(0, 60), example),
          })
        else if (open !== undefined)
          context.addIssue({
            code: 'custom',
            message: mailDomainInputRefusals.isPublic(open),
          })
      }),
  )

/** The part behind the @, in lower case. */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase()

/** Whether an address lies in one of the vendor's domains, or below it. */
export const isOfDomains = (email: string, domains: readonly string[]): boolean => {
  const own = email.slice(email.lastIndexOf('@') + 1)
  return domains.some((it) => own === it || own.endsWith(`.${it}`))
}
