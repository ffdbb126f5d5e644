import type { ReactElement } from 'react'
import { expect } from 'vitest'
import { renderEmail } from '#emails/render-email.ts'

/** Where the buttons of tested emails lead. */
export const link = 'https://plans.example/l/abc.def?x=1&y=2'

/** Both forms of an email: the words that a reader sees in each, and the addresses that the HTML links to. */
export async function both(email: ReactElement) {
  const { html, text } = await renderEmail(email)
  const plain = (words: string) => words.replace(/\s+/g, ' ')
  const unescaped = html
    .replace(/<!--.*?-->/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&#x27;/g, "'")
  return {
    html,
    words: plain(unescaped).replace(/ ([.,:;”])/g, '$1'),
    text: plain(text),
    links: [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href?.replace(/&amp;/g, '&')),
  }
}

/** Expects each fact and the link in both forms of an email. */
export async function holds(email: ReactElement, facts: string[]) {
  const { words, text, links } = await both(email)
  for (const fact of facts) {
    expect(words).toContain(fact)
    expect(text).toContain(fact)
  }
  expect(links).toContain(link)
  expect(text).toContain(link)
}
