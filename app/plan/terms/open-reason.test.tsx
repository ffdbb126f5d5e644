import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { planLinks } from '#app/kit/paths.ts'
import { samplePlan } from '#tests/samples/plan.ts'
import { renderPage } from '#tests/samples/render-page.tsx'
import { Headline } from '../page/headline.tsx'
import type { PlanView } from '../view/plan-view.ts'

const card = async (more: Partial<PlanView>) => {
  const plan = samplePlan({ criticalReason: null, ...more })
  await renderPage(<Headline plan={plan} links={planLinks(plan.id)} />)
  return screen.queryByRole('region', { name: 'Reason for the date' })
}

describe('the question why the critical date matters', () => {
  it('is asked while no one has said it, on the page and not on paper', async () => {
    expect(await card({})).toHaveClass('no-print')
    expect(screen.getByRole('link', { name: 'Say why this date matters' })).toBeVisible()
  })
  it('is not asked where a reason was given, nor of a plan that has ended or is archived', async () => {
    expect(await card({ criticalReason: 'The audit begins' })).toBeNull()
    for (const state of ['won', 'lost'] as const) expect(await card({ state }), state).toBeNull()
    expect(await card({ archived: true })).toBeNull()
  })
})
