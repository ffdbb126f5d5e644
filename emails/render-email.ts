import { plainTextSelectors, render } from '@react-email/render'
import type { ReactElement } from 'react'

const selectors = [
  ...plainTextSelectors,
  { selector: 'h1', options: { uppercase: false } },
  { selector: '.again', format: 'skip' },
]

/** Both forms of an email as they are sent; the text keeps titles as written and names the address once. */
export async function renderEmail(email: ReactElement): Promise<{ html: string; text: string }> {
  const html = await render(email)
  const text = await render(email, { plainText: true, htmlToTextOptions: { selectors } })
  return { html, text }
}
