import { plainTextSelectors, render } from '@react-email/render'
import { type ReactElement, createElement } from 'react'
import { AccentContext, type EmailAccent } from './parts/accent.ts'

const selectors = [
  ...plainTextSelectors,
  { selector: 'h1', options: { uppercase: false } },
  { selector: '.again', format: 'skip' },
]

/**
 * Both forms of an email as they are sent; the text keeps titles as written and names the address once.
 * @param accent the sender's own colour, already made to be read
 */
export async function renderEmail(
  body: ReactElement,
  accent?: EmailAccent | null,
): Promise<{ html: string; text: string }> {
  const email = accent ? createElement(AccentContext.Provider, { value: accent }, body) : body
  const html = await render(email)
  const text = await render(email, { plainText: true, htmlToTextOptions: { selectors } })
  return { html, text }
}
