import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { planLinks } from '#app/kit/paths.ts'
import { loadParts } from '#app/ui/lazy-part.tsx'
import { renderPage, textOf } from '#tests/samples/render-page.tsx'
import { Celebration } from './celebration.tsx'

const won = {
  account: 'Halden Foods',
  project: 'Faster month-end close',
  statement: 'We closed the books in one day.',
  measure: 'Time to close a month',
  unit: 'days',
  baseline: 30,
  target: 2,
  measured: 1,
  by: 'Priya Raman',
  on: '2026-10-06',
  reachedOn: null,
  winBy: '2026-10-30',
  announcedTo: 'the board.',
}

/** Where each of these texts stands in the region, in the order in which they are read. */
async function orderFor(side: 'vendor' | 'customer', mayAnswer: boolean, texts: readonly string[]) {
  await loadParts()
  await renderPage(
    <Celebration
      won={won}
      win={{ reference: { answer: 'not asked', mayAnswer }, mayCorrect: mayAnswer, mayShare: mayAnswer }}
      today="2026-11-01"
      side={side}
      vendor="Brightline"
      links={planLinks('00000000-0000-4000-8000-000000000001')}
      formKey="key"
    />,
  )
  const text = textOf(screen.getByRole('region', { name: 'First win' }))
  const places = texts.map((each) => text.indexOf(each))
  expect(places).not.toContain(-1)
  return places
}

const sorted = (places: readonly number[]) => [...places].sort((a, b) => a - b)

test('the customer reads the win first, then the one question, then the way to announce it', async () => {
  const texts = ['We closed the books in one day.', 'Agree to a reference', 'Announce it']
  const places = await orderFor('customer', true, texts)
  expect(places).toEqual(sorted(places))
})

test('the vendor reads the win first, and how the reference stands last', async () => {
  const texts = ['We closed the books in one day.', 'The customer’s victory card', 'nothing may be used']
  const places = await orderFor('vendor', false, texts)
  expect(places).toEqual(sorted(places))
  expect(screen.queryByText('Agree to a reference')).toBeNull()
})
