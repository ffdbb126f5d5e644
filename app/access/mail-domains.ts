import { z } from 'zod'
import { isPublicMailDomain } from './public-mail-domains.ts'

const domain = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/

function toDomains(value: unknown): unknown {
  if (typeof value !== 'string') return value
  const names = value.toLowerCase().match(/[^\s,;"[\]]+/g) ?? []
  return [...new Set(names.map((it) => it.replace(/^@/, '')))].sort()
}

/**
 * Email domains of one company, as people write them: with blanks, commas or lines between them, an @ before them or not. Sorted,
 * without repeats; domains at which anybody has an address are refused.
 * @param example said where something is no domain
 */
export const mailDomains = (most: number, example: string) =>
  z.preprocess(
    toDomains,
    z
      .array(z.string(), { error: `Please name domains, such as ${example}.` })
      .max(most, `Please name at most ${most} domains.`)
      .superRefine((names, context) => {
        const wrong = names.find((it) => !domain.test(it))
        const open = names.find(isPublicMailDomain)
        if (wrong !== undefined)
          context.addIssue({ code: 'custom', message: `“${wrong.slice(0, 60)}” is not a domain, such as ${example}.` })
        else if (open !== undefined)
          context.addIssue({
            code: 'custom',
            message: `Anybody can have an address at ${open}, so it names no company.`,
          })
      }),
  )
