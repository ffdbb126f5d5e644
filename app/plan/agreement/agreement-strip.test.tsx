import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { ObjectionView, PlanView } from '../view/plan-view.ts'
import { planLinks } from '#app/kit/paths.ts'
import type { FormReply } from '#app/ui/form-reply.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { sampleChange, sampleMilestone, samplePlan, sampleTask } from '#tests/samples/plan.ts'
import { postedBy, renderPage, textOf } from '#tests/samples/render-page.tsx'
import { AgreementStrip } from './agreement-strip.tsx'
import { whatAgreeingMeans } from './agreeing-words.ts'

const day = (date: string) => date as IsoDate

const agreement = { on: day('2026-06-15'), termsVersion: 3, current: true }
const stands: Partial<PlanView> = {
  agreements: [
    { ...agreement, name: 'Priya Raman', side: 'customer' },
    { ...agreement, name: 'Mara Keller', side: 'vendor' },
  ],
  agreedOn: day('2026-06-15'),
  agreedNumber: 1,
}
const request: ObjectionView = {
  id: 'o1',
  side: 'customer',
  by: 'Priya Raman',
  on: day('2026-06-16'),
  reason: 'Move it back.',
  answer: null,
}

const render = (more: Partial<PlanView>, reply?: FormReply) =>
  renderPage(<AgreementStrip plan={samplePlan(more)} links={planLinks('plan-1')} formKey="key" reply={reply} />)
const mayNotAgree = () => {
  const { viewer } = samplePlan()
  return { ...viewer, may: { ...viewer.may, agree: false } }
}

const strip = () => screen.getByRole('region', { name: 'Agreement' })

describe('a plan that both sides stand by', () => {
  it('says that a request is open, not that it is to be agreed again', async () => {
    await render({ ...stands, objections: [request] })
    expect(screen.getByRole('heading', { name: 'Agreed, with an open request' })).toBeVisible()
    expect(textOf(strip())).toMatch(/Priya Raman of Halden Foods asks for a change: “Move it back.”/)
    expect(textOf(strip())).not.toMatch(/agreed again|does not agree|Agree to this plan/)
  })
  it('lets the side that asked change its request, and the other ask for one of its own', async () => {
    await render({ ...stands, objections: [request] })
    expect(screen.getByText('Edit your request')).toBeVisible()
    expect(screen.getByLabelText('What should change?')).toHaveValue('Move it back.')
    await render({ ...stands, objections: [{ ...request, side: 'vendor' }] })
    expect(screen.getByText('Ask for a change')).toBeVisible()
    expect(screen.queryByText('Edit your request')).toBeNull()
  })
  it('lets those who agree ask for a change, and takes no room for others', async () => {
    await render(stands)
    expect(screen.getByText('Ask for a change')).toBeVisible()
    expect(postedBy(screen.getByLabelText('What should change?'))).toMatchObject({ intent: 'object-to-plan' })
    expect(textOf(strip())).not.toMatch(/Not yet|Agree to this plan/)
    await render({ ...stands, viewer: mayNotAgree() })
    expect(screen.queryByRole('region')).toBeNull()
  })
})

describe('a plan that changed since it was agreed', () => {
  const changed = Array.from({ length: 7 }, (_, at) => sampleChange({ part: `part-${at}`, title: `Part ${at}` }))
  const refused = (part: string): FormReply => ({
    status: 'invalid',
    message: 'It has been changed again.',
    faults: [],
    values: { intent: 'restore-agreed', part },
  })
  const folded = () => screen.getByText('2 more changes').closest('details')
  it('opens its folded changes where one of them could not be taken back', async () => {
    await render({ ...stands, changedSinceAgreed: changed }, refused('part-6'))
    expect(folded()).toHaveAttribute('open')
    expect(screen.getAllByText('It has been changed again.')).toHaveLength(1)
    await render({ ...stands, changedSinceAgreed: changed }, refused('part-0'))
    expect(folded()).not.toHaveAttribute('open')
  })
  it('names each button by the change that it takes back', async () => {
    const gone = (number: number) =>
      sampleChange({
        part: `removed.${number}`,
        title: `“Task ${number}” removed`,
        kind: 'removed',
        back: { by: 'undo-change', number },
      })
    await render({ ...stands, changedSinceAgreed: [gone(1), gone(2), sampleChange()] })
    for (const name of ['Undo: “Task 1” removed', 'Undo: “Task 2” removed', 'Restore agreed value: Target date'])
      expect(screen.getByRole('button', { name })).toBeEnabled()
  })
  it('lets a side that has agreed already ask for a change while the other has not', async () => {
    const [own, other] = stands.agreements ?? []
    if (!own || !other) throw new Error('two agreements')
    await render({ ...stands, agreements: [own, { ...other, current: false }] })
    expect(screen.getByRole('heading', { name: 'Needs to be agreed again' })).toBeVisible()
    expect(screen.getByText('Ask for a change')).toBeVisible()
    expect(textOf(strip())).not.toContain('Not yet')
  })
})

describe('a plan without its reason or its first win', () => {
  const open = ['statement', 'measure', 'unit', 'baseline', 'target', 'announcedTo'] as const
  const firstWin = { statement: null, winBy: day('2026-10-30'), confirmers: ['Priya Raman'], open: [...open] }
  it.each([
    [{ criticalReason: null }, 'say why this date matters.'],
    [{ firstWin }, 'define the first win.'],
    [{ criticalReason: null, firstWin }, 'say why this date matters and define the first win.'],
  ])('asks for it where others agree: %o', async (more, asked) => {
    await render(more)
    expect(textOf(strip())).toContain(`Before anyone can agree, ${asked}`)
    expect(screen.queryByRole('button', { name: 'Agree to this plan' })).toBeNull()
    expect(screen.getByRole('link', { name: 'Dates and first win' })).toHaveAttribute('href', '/plans/plan-1/terms')
    expect(screen.getByText('Request changes')).toBeVisible()
  })
})

describe('what agreeing means', () => {
  const { headline } = samplePlan()
  it('is preceded by how late the plan is', async () => {
    const late = { tone: 'late', lead: 'Go-live will be', stress: '5 working days late.' } as const
    await render({ headline: { ...headline, ...late } })
    expect(textOf(strip())).toMatch(/Go-live will be 5 working days late\. ?By agreeing/)
    await render({ headline })
    expect(textOf(strip())).not.toContain(headline.lead)
  })
})

it('says in short sentences what agreeing means', () => {
  const plan = samplePlan()
  if ('open' in plan.firstWin) throw new Error('the sample has a first win')
  const words = whatAgreeingMeans({ ...plan, firstWin: plan.firstWin })
  expect(words).toMatch(/^By agreeing, Halden Foods confirms that it will follow this plan with Brightline\. /)
  expect(words).toContain('This is not a contract')
  for (const sentence of words.split(/[.:] /)) expect(sentence.split(' ').length).toBeLessThan(30)
})

it.each([
  [{}, 'The plan has 2 tasks. '],
  [{ owner: null }, 'The plan has 2 tasks, 1 without an owner. '],
  [{ owner: { kind: 'placeholder', id: null, name: 'Legal' } as const }, 'The plan has 2 tasks, 1 without an owner. '],
  [{ owner: null, doneOn: day('2026-06-16') }, 'The plan has 2 tasks. '],
])('counts what is agreed without an owner: %o', (task, said) => {
  const tasks = [sampleTask({ id: 'a' }), sampleTask({ id: 'b', ...task })]
  const milestones = [sampleMilestone({ id: 'm', tasks })]
  const plan = samplePlan({ stages: [{ stage: 'Purchase', done: 0, total: 2, milestones }] })
  if ('open' in plan.firstWin) throw new Error('the sample has a first win')
  expect(whatAgreeingMeans({ ...plan, firstWin: plan.firstWin })).toContain(said)
})
