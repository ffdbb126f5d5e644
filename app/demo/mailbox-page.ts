import type { CapturedEmail } from './open-mailbox.server.ts'
import { escapeHtml, smallPage } from './small-page.ts'

const moment = (at: string) => `<time datetime="${at}">${at.slice(0, 16).replace('T', ' ')} UTC</time>`

/** What was sent, newest first. */
export function mailboxPage(emails: readonly CapturedEmail[], nonce: string): string {
  const items = emails.map(
    (email) =>
      `<li><a href="/mailbox/${email.id}"><strong>${escapeHtml(email.subject)}</strong><small>${moment(email.at)}</small>` +
      `<span>To ${escapeHtml(email.to.join(', '))}</span></a></li>`,
  )
  const nothing = '<p>No emails have been sent yet. Invite someone to a plan and the invitation appears here.</p>'
  const intro = '<p>The demo keeps its emails here and sends nothing to the outside.</p>'
  return smallPage('Mailbox', nonce, `<h1>Mailbox</h1>${intro}${items.length ? `<ol>${items.join('')}</ol>` : nothing}`)
}

/** One email, its HTML in a frame of its own. */
export function emailPage(email: CapturedEmail, nonce: string): string {
  const rows = [
    ['From', escapeHtml(email.from)],
    ['To', escapeHtml(email.to.join(', '))],
    ['Sent', moment(email.at)],
    ...Object.entries(email.headers).map(([name, value]) => [name, value].map(escapeHtml)),
  ].map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`)
  return smallPage(
    email.subject,
    nonce,
    `<p><a href="/mailbox">Mailbox</a></p><h1>${escapeHtml(email.subject)}</h1><dl>${rows.join('')}</dl>` +
      `<iframe title="Email" src="/mailbox/${email.id}/html"></iframe>` +
      (email.attachments ?? [])
        .map(
          ({ filename }, at) => `<p><a href="/mailbox/${email.id}/attachments/${at}">${escapeHtml(filename)}</a></p>`,
        )
        .join('') +
      `<p><a href="/mailbox/${email.id}/text">Plain text</a></p>`,
  )
}
