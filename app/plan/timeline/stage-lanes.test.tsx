import { describe, expect, it } from 'vitest'
import type { PlanView } from '../view/plan-view.ts'
import { sampleMilestone, samplePlan, sampleTask } from '#tests/samples/plan.ts'
import { renderPage } from '#tests/samples/render-page.tsx'
import { PlanTable } from '../page/plan-table.tsx'
import { planLinks } from '#app/kit/paths.ts'
import { Timeline } from './timeline.tsx'
import { timelineHeights } from './timeline-scale.ts'

const render = (plan: PlanView) =>
  renderPage(
    <>
      <PlanTable plan={plan} links={planLinks(plan.id)} formKey="key" show="everything" />
      <Timeline plan={plan} show="everything" />
    </>,
  )

describe('a stage and its milestones', () => {
  const stageWith = (...titles: string[]) =>
    samplePlan({
      stages: [
        {
          stage: 'Purchase',
          done: 0,
          total: titles.length,
          milestones: titles.map((title, at) =>
            sampleMilestone({ id: title, title, tasks: [sampleTask({ id: `task-${at}` })] }),
          ),
        },
      ],
    })
  const { stage, task: row, adding, milestone } = timelineHeights
  const pictures = () =>
    [...document.querySelectorAll('.stage-lanes')].map((picture) => Number(picture.getAttribute('height')))
  it('have a row for new tasks at the edge of a picture, so that it can be cut off on paper', async () => {
    await render(stageWith('Agreement signed', 'Security passed'))
    expect(pictures()).toEqual([stage + row, adding + milestone, row, adding + milestone])
  })
  it('that share a line stand in one picture, and what both are called is said once on it', async () => {
    await render(stageWith('purchase'))
    expect(pictures()).toEqual([stage + row + adding])
    expect(document.querySelector('.of-stage')).toHaveTextContent(/^Purchase$/)
    expect(document.querySelector('.stage')).toHaveClass('one-line', 'said-once')
  })
  it('that are called otherwise say both', async () => {
    await render(stageWith('Agreement signed'))
    expect(document.querySelector('.of-stage')).toHaveTextContent('PurchaseAgreement signed')
    expect(document.querySelector('.stage')).not.toHaveClass('said-once')
  })
})
