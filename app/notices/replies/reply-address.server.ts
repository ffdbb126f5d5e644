import { createHmac, timingSafeEqual } from 'node:crypto'
import { type LinkKeys, secretsOf } from '#app/kit/link-keys.ts'

/** Which email a reply answers: its notice knows whose it was and what it was about. */
export type AnsweredNotice = { workspaceId: string; noticeId: string }

/** The local part of an address has 64 characters at most (RFC 5321, 4.5.3.1.1), and some programs change its case. */
const letters = 'abcdefghijklmnopqrstuvwxyz234567'
const sizes = { id: 26, mark: 11 } as const
const format = new RegExp(`^r([a-z2-7]{${sizes.id}})([a-z2-7]{${sizes.id}})([a-z2-7]{${sizes.mark}})$`)

/** Base 32 (RFC 4648) without padding, in lower case. */
function inLetters(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map((group) => letters[Number.parseInt(group.padEnd(5, '0'), 2)]).join('')
}

const idInLetters = (id: string): string => inLetters(Buffer.from(id.replaceAll('-', ''), 'hex'))

function idFrom(text: string): string {
  const bits = [...text].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const hex = (bits.slice(0, 128).match(/.{4}/g) ?? []).map((four) => Number.parseInt(four, 2).toString(16)).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** HMAC-SHA256 (RFC 2104) of the email under LINK_SECRET, cut to 55 bits: a guess costs an email, and must come from the right sender too. */
const markOf = (secret: string, { workspaceId, noticeId }: AnsweredNotice): string =>
  inLetters(createHmac('sha256', secret).update(`reply to ${workspaceId}:${noticeId}`).digest()).slice(0, sizes.mark)

/** Where answers to an email go. @param domain whose emails the mail service hands to us */
export const replyAddress = (environment: LinkKeys, domain: string, answered: AnsweredNotice): string =>
  `r${idInLetters(answered.workspaceId)}${idInLetters(answered.noticeId)}${markOf(environment.linkSecret, answered)}@${domain}`

/** @returns undefined for an address that was not made by this installation, or was changed */
export function readReplyAddress(environment: LinkKeys, domain: string, address: string): AnsweredNotice | undefined {
  const [local = '', at, ...more] = address.trim().toLowerCase().split('@')
  const [, workspace, notice, mark = ''] = format.exec(local) ?? []
  if (at !== domain.toLowerCase() || more.length > 0 || !workspace || !notice) return undefined
  const answered = { workspaceId: idFrom(workspace), noticeId: idFrom(notice) }
  const isOurs = secretsOf(environment).some((secret) =>
    timingSafeEqual(Buffer.from(markOf(secret, answered)), Buffer.from(mark)),
  )
  return isOurs ? answered : undefined
}
