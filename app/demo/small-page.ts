const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as it stands in HTML, in an attribute too. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? character)

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
  body:has(.frames) { max-width: none } .frames { display: flex; flex-wrap: wrap; gap: 1.5rem } figure { margin: 0 } pre { overflow-wrap: anywhere; white-space: pre-wrap }
  iframe.w600 { width: min(600px, 90vw) } iframe.w360 { width: min(360px, 90vw) }
  dl { display: grid; gap: .25rem 1rem; grid-template-columns: auto 1fr } dt { opacity: .75 } dd { margin: 0; overflow-wrap: anywhere }
  @media (max-width: 40rem) { li a { grid-template-columns: 1fr } }`

/** The small pages of demo and development bring their style with them, under a nonce. */
export const smallPage = (title: string, nonce: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
  `<title>${escapeHtml(title)}</title><style nonce="${nonce}">${style}</style></head><body><main>${body}</main></body></html>`
