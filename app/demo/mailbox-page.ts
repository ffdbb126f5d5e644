import type { CapturedEmail } from './mailbox-store.server.ts'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? character)

const style = `
  :root { color-scheme: light dark; font: 16px/1.5 "Inter Variable", Inter, system-ui, sans-serif }
  body { margin: 0 auto; max-width: 60rem; padding: 1.5rem }
  a { color: inherit }
  ol { list-style: none; padding: 0 }
  li { border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent) }
  li a { display: grid; gap: 0 1rem; grid-template-columns: 1fr auto; padding: .75rem .25rem; text-decoration: none }
  li a:hover strong, li a:focus-visible strong { text-decoration: underline }
  small { opacity: .75 }
  iframe { background: #fff; border: 1px solid color-mix(in srgb, currentColor 20%, transparent); border-radius: .5rem; height: 75vh; width: 100% }
  dl { display: grid; gap: .25rem 1rem; grid-template-columns: auto 1fr } dt { opacity: .75 } dd { margin: 0; overflow-wrap: anywhere }
  @media (max-width: 40rem) { li a { grid-template-columns: 1fr } }`

/** The mailbox's own small pages bring their style with them, under a nonce. */
const page = (title: string, nonce: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
  `<title>${escape(title)}</title><style nonce="${nonce}">${style}</style></head><body><main>${body}</main></body></html>`

const moment = (at: string) => `<time datetime="${at}">${at.slice(0, 16).replace('T', ' ')} UTC</time>`

/** What was sent, newest first. */
export function mailboxPage(emails: readonly CapturedEmail[], nonce: string): string {
  const items = emails.map(
    (email) =>
      `<li><a href="/mailbox/${email.id}"><strong>${escape(email.subject)}</strong><small>${moment(email.at)}</small>` +
      `<span>To ${escape(email.to.join(', '))}</span></a></li>`,
  )
  const nothing = '<p>No email has been sent yet. Invite somebody to a plan, and the invitation appears here.</p>'
  const intro = '<p>Emails of the demo stay here; none leaves this machine.</p>'
  return page('Mailbox', nonce, `<h1>Mailbox</h1>${intro}${items.length ? `<ol>${items.join('')}</ol>` : nothing}`)
}

/** One email, its HTML in a frame of its own. */
export function emailPage(email: CapturedEmail, nonce: string): string {
  const rows = [
    ['From', escape(email.from)],
    ['To', escape(email.to.join(', '))],
    ['Sent', moment(email.at)],
    ...Object.entries(email.headers).map(([name, value]) => [name, value].map(escape)),
  ].map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`)
  return page(
    email.subject,
    nonce,
    `<p><a href="/mailbox">Mailbox</a></p><h1>${escape(email.subject)}</h1><dl>${rows.join('')}</dl>` +
      `<iframe title="Email" src="/mailbox/${email.id}/html"></iframe>` +
      `<p><a href="/mailbox/${email.id}/text">Plain text</a></p>`,
  )
}
