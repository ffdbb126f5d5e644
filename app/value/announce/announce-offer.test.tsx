import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderPage } from '#tests/samples/render-page.tsx'
import { AnnounceOffer } from './announce-offer.tsx'

const offer = (side: 'vendor' | 'customer', mayShare: boolean) =>
  renderPage(<AnnounceOffer side={side} mayShare={mayShare} card="/plans/1/card" picture="/plans/1/card/picture" />)

test('who can share the card is told so', async () => {
  await offer('customer', true)
  expect(screen.getByText(/with a link that you switch on/)).toBeInTheDocument()
})

test('the customer’s readers are told who can', async () => {
  await offer('customer', false)
  expect(screen.getByText(/Your champion can share it with a link/)).toBeInTheDocument()
  expect(screen.queryByText(/you switch on/)).toBeNull()
  expect(screen.getByRole('link', { name: 'Download PNG' })).toBeInTheDocument()
})

test('the vendor is told that the customer can', async () => {
  await offer('vendor', false)
  expect(screen.getByText(/Only the customer can share it/)).toBeInTheDocument()
})
