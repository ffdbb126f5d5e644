import { expect, test } from 'vitest'
import { renderPage } from '#tests/samples/render-page.tsx'
import { Contact } from './contact.tsx'

test('a long address can go to the next line at its sign, and reads as one', async () => {
  await renderPage(<Contact of={{ name: 'Aino Lehtonen', email: 'aino.lehtonen@aurora.example' }} />)
  expect(document.body.textContent).toContain('Contact: Aino Lehtonen, aino.lehtonen@aurora.example')
  expect(document.querySelector('wbr')?.previousSibling?.textContent).toBe('aino.lehtonen@')
})
