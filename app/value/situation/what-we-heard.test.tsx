import { describe, expect, it } from 'vitest'
import { renderPage, textOf } from '#tests/samples/render-page.tsx'
import { type HeardView, WhatWeHeard } from './what-we-heard.tsx'

const sheet = (more: Partial<HeardView> = {}): HeardView => ({
  id: 's1',
  person: 'Priya Raman',
  jobTitle: 'Head of Finance Operations',
  issue: 'The books close a month late',
  reasons: '',
  capabilities: '',
  difference: '',
  criticalDate: '2026-09-15',
  confirmedOn: null,
  mine: true,
  ...more,
})

const render = (sheets: HeardView[], reply?: Parameters<typeof WhatWeHeard>[0]['reply']) =>
  renderPage(
    <WhatWeHeard
      sheets={sheets}
      vendor="Brightline"
      today="2026-06-17"
      formKey="key"
      reply={reply}
      folded
      changeAt={(id) => `/s/${id}`}
    />,
  )

describe('what was heard, on the plan page', () => {
  it('is confirmed with the words that were read, as wanted and as seen', async () => {
    const html = await render([sheet()])
    expect(html).toContain('name="issue" value="The books close a month late"')
    expect(html).toContain('name="seen.issue" value="The books close a month late"')
    expect(html).toContain('name="seen.reasons" value=""')
  })
  it('is open while it waits for a word, and folded once somebody stands by it', async () => {
    expect(await render([sheet()])).toMatch(/<details[^>]* open=""/)
    expect(await render([sheet({ confirmedOn: '2026-06-16' })])).not.toMatch(/<details[^>]* open=""/)
  })
  it('that was taken back in between says so, where its form was', async () => {
    const values = { intent: 'confirm-situation', situationId: 's1' }
    const message = 'Brightline is updating this right now.'
    const html = await render([], { status: 'invalid', message, faults: [], values })
    expect(textOf(html)).toContain(message)
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
    const text = textOf(await render([sheet({ issue: 'New' })], { status: 'conflict', conflicts: [conflict], values }))
    expect(text).toContain('Mara Keller changed this while you were reading')
  })
})
