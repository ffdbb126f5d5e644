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
export function emailPage(email: CapturedEmail, nonce: string, canReply = false): string {
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
      `<p><a href="/mailbox/${email.id}/text">Plain text</a></p>` +
      (canReply ? replyForm(email) : ''),
  )
}

/** Answers an email as its reader would from a mail program. */
const replyForm = ({ id, to }: CapturedEmail) =>
  `<form method="post" action="/mailbox/${id}/reply"><h2>Reply as ${escapeHtml(to.join(', '))}</h2>` +
  '<p><label for="text">Text</label><br><textarea id="text" name="text" rows="5" cols="60" required></textarea></p>' +
  '<p>“Done” as the first line checks the task off. “Stuck because …” asks a question.</p>' +
  '<p><button>Send reply</button></p></form>'

/** What became of a reply. */
export const replyPage = (email: CapturedEmail, said: string, nonce: string): string =>
  smallPage(
    'Reply sent',
    nonce,
    `<p><a href="/mailbox/${email.id}">${escapeHtml(email.subject)}</a></p><h1>Reply sent</h1>` +
      `<p role="status">It was taken as: ${escapeHtml(said)}</p>`,
  )
