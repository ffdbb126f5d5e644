import { plainTextSelectors, render, toPlainText } from '@react-email/render'
import { type ReactElement, createElement } from 'react'
import { emailColours } from './parts/email-look.ts'
import { type WorkspaceLook, WorkspaceLookContext } from './parts/workspace-look.ts'

const selectors = [
  ...plainTextSelectors,
  { selector: 'h1', options: { uppercase: false } },
  { selector: '.again', format: 'skip' },
]

/**
 * Both forms of an email as they are sent; the text keeps titles as written and names the address once.
 * @param look the workspace's own colour, already made to be read, its logo, the customer's, where its reader chooses their emails, and what becomes of an answer
 */
export async function renderEmail(
  body: ReactElement,
  { accent, logo, customer, choices, answers }: Partial<WorkspaceLook> = {},
): Promise<{ html: string; text: string }> {
  const look: WorkspaceLook = {
    accent: accent ?? emailColours,
    logo: logo ?? null,
    customer: customer ?? null,
    choices: choices ?? null,
    answers: answers ?? null,
  }
  const email = createElement(WorkspaceLookContext.Provider, { value: look }, body)
  const html = await render(email)
  return { html, text: toPlainText(html, { selectors }) }
}
