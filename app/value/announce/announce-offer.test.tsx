import { fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { renderPage } from '#tests/samples/render-page.tsx'
import { AnnounceOffer } from './announce-offer.tsx'

const offer = (side: 'vendor' | 'customer', mayShare: boolean, link?: string) =>
  renderPage(<AnnounceOffer {...{ side, mayShare, link }} card="/plans/1/card" picture="/plans/1/card/picture" />)

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

test('who can share the card copies its link while it is on', async () => {
  const copied = vi.fn().mockResolvedValue(undefined)
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: copied } })
  await offer('customer', true, 'https://plans.example/shared/abc')
  expect(screen.getByText(/Its link is on/)).toBeInTheDocument()
  fireEvent.click(await screen.findByRole('button', { name: 'Copy link' }))
  expect(copied).toHaveBeenCalledWith('https://plans.example/shared/abc')
  expect(await screen.findByText('Copied')).toBeInTheDocument()
  vi.unstubAllGlobals()
})

test('there is no link to copy while it is off', async () => {
  await offer('customer', true)
  expect(screen.queryByRole('button', { name: 'Copy link' })).toBeNull()
})
