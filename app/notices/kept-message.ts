import { z } from 'zod'
import { newId } from '#app/kit/ids.ts'

/** A secret by its id: a link, with the path it leads to where it is not the usual one, or a code; or the address of its reader’s emails. */
const secretPart = z.union([
  z.strictObject({ link: z.uuid(), next: z.string().nullable() }),
  z.strictObject({ code: z.uuid() }),
  z.strictObject({ emails: z.literal('choices') }),
])
export type SecretPart = z.infer<typeof secretPart>

const part = z.union([z.string(), secretPart])
type Part = z.infer<typeof part>

/**
 * A stored email: plain text parts, and between them the ids of its secrets. So the database holds nothing that opens
 * anything, and typed text cannot be mistaken for a secret.
 */
export const keptMessage = z.strictObject({
  from: z.string(),
  /** An address that someone reads; none where the workspace has no one left. */
  replyTo: z.string().nullable(),
  subject: z.string(),
  html: z.array(part),
  text: z.array(part),
  /** A calendar file that is attached. */
  calendar: z.string().optional(),
  /**
   * What lets mail programs show the emails of a plan as one conversation. Emails that were fixed before have none. A list, since the database keeps no order
   * of names, and every attempt must send the same bytes.
   */
  headers: z.array(z.tuple([z.string(), z.string()])).optional(),
  /** Whether an answer to it is taken as a comment, at an address that is made from the secret of the installation. */
  takesReplies: z.literal(true).optional(),
  /** Whether our own ids go with it, by which the mail service tells what became of it. */
  isTagged: z.literal(true).optional(),
})
export type KeptMessage = z.infer<typeof keptMessage>

/** Marks the places of secrets while one email is rendered, and takes it apart there afterwards. */
export type SecretPlaces = {
  /** @returns what stands for a secret until `partsOf`; nothing in it needs escaping */
  mark(secret: SecretPart): string
  partsOf(rendered: string): Part[]
}

/**
 * The marks are random and new for every rendering, chosen after all typed text was read, so no text can contain one, on
 * purpose or by chance (122 bits).
 */
export function secretPlaces(): SecretPlaces {
  const secrets = new Map<string, SecretPart>()
  return {
    mark(secret) {
      const mark = newId()
      secrets.set(mark, secret)
      return mark
    },
    partsOf(rendered) {
      if (secrets.size === 0) return [rendered]
      const pieces = rendered.split(new RegExp(`(${[...secrets.keys()].join('|')})`))
      return pieces.filter((piece) => piece !== '').map((piece) => secrets.get(piece) ?? piece)
    },
  }
}

/** The ids of the links, or of the codes, that a message holds, each once. */
export function secretIdsIn({ html, text }: Pick<KeptMessage, 'html' | 'text'>): { links: string[]; codes: string[] } {
  const secrets = [...html, ...text].filter((it) => typeof it !== 'string')
  const unique = (ids: readonly string[]) => [...new Set(ids)]
  return {
    links: unique(secrets.flatMap((it) => ('link' in it ? it.link : []))),
    codes: unique(secrets.flatMap((it) => ('code' in it ? it.code : []))),
  }
}

/** A form of an email with its secrets in their places. @param reveal must give text that needs no escaping in HTML */
export const assembleMessage = (parts: readonly Part[], reveal: (secret: SecretPart) => string): string =>
  parts.map((it) => (typeof it === 'string' ? it : reveal(it))).join('')

/** Whether an email ends with the address at which its reader chooses their emails. */
export const offersChoices = ({ html }: Pick<KeptMessage, 'html'>): boolean =>
  html.some((it) => typeof it !== 'string' && 'emails' in it)
