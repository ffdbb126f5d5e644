import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderPage } from '#tests/samples/render-page.tsx'
import { CallList } from './call-list.tsx'
import type { RequestView } from './library-view.ts'

const request: RequestView = {
  ...{ id: 'r', planId: 'p', account: 'Halden Foods', what: 'reference call', deal: 'Adria', why: 'Five systems.' },
  ...{ by: 'Sam Ortiz', standing: 'open', answer: null, outcome: null, hasCalendarFile: false, isOwn: false },
  times: [{ at: '2026-06-23T14:00:00Z', words: 'Tuesday, 23 June, 16:00 CEST', isPast: false }],
}
const show = (mayAccept: boolean) =>
  renderPage(
    <CallList
      mayAccept={mayAccept}
      requests={[request]}
      planId="p"
      keyFor={(...parts) => parts.join(':')}
      reply={undefined}
    />,
  )

test('a time is offered while it can be accepted; declining always is', async () => {
  await show(true)
  expect(screen.getByRole('button', { name: 'Accept Tuesday, 23 June, 16:00 CEST' })).toBeVisible()
})

test('while the consent is on hold no time is offered, and the request can be declined', async () => {
  await show(false)
  expect(screen.queryByRole('button', { name: /Accept/ })).toBeNull()
  expect(screen.getByText('Decline…')).toBeVisible()
})
