import { expect, it } from 'vitest'
import { samplePlan, sampleTask } from '#tests/samples/plan.ts'
import { renderPage } from '#tests/samples/render-page.tsx'
import { TaskBar } from './timeline-marks.tsx'
import { timeScale } from './timeline-scale.ts'

it('a bar is red where its task is late on the chain that decides, and filled where it has no buffer', async () => {
  const scale = timeScale(samplePlan())
  const late = sampleTask({ id: 'a', slackDays: -2 })
  const states = [
    { ...late, critical: true },
    late,
    sampleTask({ id: 'b', slackDays: 0 }),
    sampleTask({ id: 'c', slackDays: 2, critical: true }),
  ]
  await renderPage(
    <svg>
      {states.map((task, at) => (
        <TaskBar key={task.id + String(at)} task={task} scale={scale} y={0} />
      ))}
    </svg>,
  )
  const classes = [...document.querySelectorAll('.bar')].map((bar) => bar.getAttribute('class'))
  expect(classes).toEqual(['bar customer late', 'bar customer critical', 'bar customer critical', 'bar customer'])
})
