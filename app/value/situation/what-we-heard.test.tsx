import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { postedBy, renderPage } from '#tests/samples/render-page.tsx'
import { WhatWeHeard } from './what-we-heard.tsx'
import type { HeardView } from './heard-view.ts'

const situation = (more: Partial<HeardView> = {}): HeardView => ({
  id: 's1',
  person: 'Priya Raman',
  jobTitle: 'Head of Finance Operations',
  issue: 'The books close a month late',
  reasons: '',
  capabilities: '',
  difference: '',
  figures: [],
  criticalDate: '2026-09-15',
  confirmedOn: null,
  mine: true,
  ...more,
})

const render = (situations: HeardView[], reply?: Parameters<typeof WhatWeHeard>[0]['reply']) =>
  renderPage(
    <WhatWeHeard
      situations={situations}
      vendor="Brightline"
      today="2026-06-17"
      formKey="key"
      reply={reply}
      folded
      changeAt={(id) => `/s/${id}`}
    />,
  )

const heard = () => screen.getByRole('region', { name: 'What we heard' })

describe('what was heard, on the plan page', () => {
  it('is confirmed with the words that were read', async () => {
    await render([situation()])
    const confirm = within(heard()).getByRole('button', { name: 'Confirm: that is right' })
    expect(postedBy(confirm)).toMatchObject({
      intent: 'confirm-situation',
      situationId: 's1',
      'seen.issue': 'The books close a month late',
      'seen.reasons': '',
    })
    expect(screen.getByRole('link', { name: 'Change it' })).toHaveAttribute('href', '/s/s1')
  })
  it('is open while it waits for a word, and folded once someone stands by it', async () => {
    await render([situation()])
    expect(screen.getByRole('group')).toHaveAttribute('open')
    await render([situation({ confirmedOn: '2026-06-16' })])
    expect(screen.getByRole('group')).not.toHaveAttribute('open')
  })
  it('is left out of a printed plan until its person has confirmed it', async () => {
    await render([situation()])
    expect(screen.getByRole('group')).toHaveClass('own-only')
    await render([situation({ confirmedOn: '2026-06-16' })])
    expect(screen.getByRole('group')).not.toHaveClass('own-only')
  })
  it('that was taken back in between says so, where its form was', async () => {
    const values = { intent: 'confirm-situation', situationId: 's1' }
    const message = 'Brightline is updating this right now.'
    await render([], { status: 'invalid', message, faults: [], values })
    expect(heard()).toHaveTextContent(message)
  })
  it('asks a reader who was too late about both wordings', async () => {
    const values = { intent: 'confirm-situation', situationId: 's1', issue: 'Old', 'seen.issue': 'Old' }
    const conflict = {
      field: 'issue',
      label: 'Critical business issue',
      yours: 'Old',
      theirs: 'New',
      by: 'Mara Keller',
      at: '2026-06-17T08:00:00Z',
    }
    await render([situation({ issue: 'New' })], { status: 'conflict', conflicts: [conflict], values })
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('Mara Keller changed this while you were reading')
    expect(within(alert).getByRole('button', { name: 'yours Old' })).toBeEnabled()
    expect(within(alert).getByRole('button', { name: /^Mara Keller.*New$/ })).toBeEnabled()
  })
})
