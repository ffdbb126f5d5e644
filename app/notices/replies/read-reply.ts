import EmailReplyParser from 'email-reply-parser'
import { asciiDomain } from '#app/kit/email-address.ts'
import type { MailHeaders } from './mail-headers.ts'

/** Longer emails are not looked at: the library's time grows with them. In characters. */
export const longestReply = 100_000

/** What someone says by answering an email. */
export type ReadReply =
  | { says: 'nothing' }
  | { says: 'comment'; text: string }
  /** The task is done, that of this number where it says one; `text` is what stands below that line, if anything. */
  | { says: 'done'; number: number | null; text: string }
  | { says: 'stuck'; text: string }

/** Reads an answer, without the email that it quotes and the signature. */
export function readReply(email: string): ReadReply {
  const text = new EmailReplyParser().parseReply(email.replace(/\r\n?/g, '\n')).trim()
  const [first = '', ...rest] = text.split('\n')
  if (text === '') return { says: 'nothing' }
  const done = /^done(?:\s+#?(\d{1,2}))?\s*[.!]?$/i.exec(first.trim())
  if (done) return { says: 'done', number: done[1] ? Number(done[1]) : null, text: rest.join('\n').trim() }
  const why = /^stuck because[\s:,]+(.*)$/i.exec(first.trim())?.[1]
  if (why !== undefined) return { says: 'stuck', text: [why, ...rest].join('\n').trim() }
  return { says: 'comment', text }
}

/**
 * Whether a program wrote an email by itself: an absence note, a receipt, a bounce, a mailing list (RFC 3834, 2 and 5). Answering it, or taking it for
 * someone's word, would make a loop.
 */
export function isAutomatic(from: string, headers: MailHeaders): boolean {
  const valuesOf = (name: string) => (headers.get(name) ?? []).map((value) => value.trim().toLowerCase())
  const has = (name: string) => headers.has(name)
  return (
    valuesOf('auto-submitted').some((value) => value !== 'no') ||
    valuesOf('precedence').some((value) => /^(bulk|junk|list|auto_reply)$/.test(value)) ||
    ['x-autoreply', 'x-autorespond', 'x-auto-reply', 'x-autoresponse', 'list-id', 'list-unsubscribe'].some(has) ||
    valuesOf('return-path').includes('<>') ||
    /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply)@/.test(addressOf(from))
  )
}

/**
 * The address of a From or To header in lower case, its domain as DNS holds it; empty where there is none, or more than one. Letters before the @ are
 * taken as they are: those that only look like others, or become them when they are normalised, are another mailbox.
 */
export function addressOf(header: string): string {
  const bare = header.replace(/"(?:[^"\\]|\\.)*"/g, '').trim()
  const [, name = '', inBrackets] = /^([^<>]*)<([^<>]*)>$/.exec(bare) ?? []
  const areSeveral = name.includes('@') && /[,;]/.test(name)
  const [, local = '', domain = ''] = /^([!-;=?A-~]+)@([^\s@<>,;]+)$/.exec((inBrackets ?? bare).trim()) ?? []
  return areSeveral || local === '' ? '' : `${local}@${asciiDomain(domain)}`.toLowerCase()
}
