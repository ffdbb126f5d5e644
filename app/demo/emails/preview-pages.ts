import { escapeHtml, smallPage } from '../small-page.ts'

/** One email of the catalogue: its kind, the case that it shows, and where it is shown. */
export type PreviewLink = { kind: string; sample: string; subject: string; path: string }

/** The list reloads itself when the program starts again after a change; `following` is that script. */
const following = (nonce: string) =>
  `<script nonce="${nonce}">let started=false;new EventSource('/changes').onopen=()=>started?location.reload():(started=true)</script>`

/** Every email, by kind. */
export function catalogPage(links: readonly PreviewLink[], nonce: string): string {
  const kinds = Map.groupBy(links, ({ kind }) => kind)
  const parts = [...kinds].map(([kind, ofKind]) => {
    const items = ofKind.map(
      ({ sample, subject, path }) =>
        `<li><a href="${escapeHtml(path)}"><strong>${escapeHtml(subject)}</strong><small>${escapeHtml(sample)}</small></a></li>`,
    )
    return `<h2>${escapeHtml(kind)}</h2><ol>${items.join('')}</ol>`
  })
  return smallPage('Emails', nonce, `<h1>Emails</h1>${parts.join('')}${following(nonce)}`)
}

/** The frames in which an email is shown: what a mail program has on a desk, on a phone and in the dark. */
const frames = [
  { title: '600 px', width: 600, query: '' },
  { title: '360 px', width: 360, query: '' },
  { title: '600 px, dark', width: 600, query: '?scheme=dark' },
  { title: '360 px, dark', width: 360, query: '?scheme=dark' },
  { title: '600 px, a workspace’s own colour and logo', width: 600, query: '?look=own' },
] as const

/** One email at each width, light and dark, and its plain text. */
export function previewPage(link: PreviewLink, text: string, nonce: string): string {
  const shown = frames.map(
    ({ title, width, query }) =>
      `<figure><figcaption>${title}</figcaption><iframe class="w${width}" title="${title}" src="${escapeHtml(`${link.path}/html${query}`)}"></iframe></figure>`,
  )
  return smallPage(
    link.subject,
    nonce,
    `<p><a href="/">Emails</a></p><h1>${escapeHtml(link.subject)}</h1>` +
      `<p>${escapeHtml(link.kind)}: ${escapeHtml(link.sample)}</p><div class="frames">${shown.join('')}</div>` +
      `<h2>Plain text</h2><pre>${escapeHtml(text)}</pre>${following(nonce)}`,
  )
}
