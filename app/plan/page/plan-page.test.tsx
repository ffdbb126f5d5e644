import { act, fireEvent, screen, within } from '@testing-library/react'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { PlanView } from '../view/plan-view.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { sampleChange, sampleMilestone, samplePlan, sampleTask } from '#tests/samples/plan.ts'
import { postedBy, renderPage, textOf } from '#tests/samples/render-page.tsx'
import { PlanPage } from './plan-page.tsx'
import { timelineHeights } from '../timeline/timeline-scale.ts'

const day = (date: string) => date as IsoDate

const planWith = (tasks: PlanView['stages'][0]['milestones'][0]['tasks'], more: Partial<PlanView> = {}) =>
  samplePlan({
    stages: [
      { stage: 'Purchase', done: 0, total: tasks.length, milestones: [sampleMilestone({ id: 'signed', tasks })] },
    ],
    ...more,
  })

const render = (plan: PlanView) => renderPage(<PlanPage plan={plan} formKey="key" firstWin={<p>the win</p>} />)

/** A task of the table, found as people find it: the group that its title names. */
const task = (title: string) => screen.getByRole('group', { name: title })
const button = (group: HTMLElement, name: string | RegExp) => within(group).getByRole('button', { name })

describe('a task on the plan page', () => {
  it('is a group named by its title, with a form that checks it off and a way to edit it', async () => {
    await render(planWith([sampleTask({ id: 'a', title: 'Contract at Legal' })]))
    const done = button(task('Contract at Legal'), 'Mark done: Contract at Legal')
    expect(postedBy(done)).toEqual({ intent: 'complete-task', taskId: 'a', pageKey: 'key' })
    expect(screen.getByRole('link', { name: 'Edit Contract at Legal' })).toHaveAttribute(
      'href',
      '/plans/plan-1/tasks/a',
    )
  })
  it('that is done offers to mark it not done', async () => {
    await render(planWith([sampleTask({ id: 'a', status: 'done', doneOn: day('2026-06-15') })]))
    expect(postedBy(button(task('Task a'), 'Mark not done: Task a'))).toMatchObject({ intent: 'reopen-task' })
    expect(textOf(task('Task a'))).toContain('done 15 Jun')
  })
  it('that no one is in charge of asks for a name in the owner’s place', async () => {
    await render(planWith([sampleTask({ id: 'a', owner: null, changedSinceAgreed: true })]))
    const row = screen.getByRole('group', { name: 'Task a' })
    expect(row.querySelector('.owner')).toContainElement(within(row).getByRole('link', { name: 'Assign owner' }))
    expect(row).not.toHaveClass('tall')
  })

  it('without an owner asks for a name', async () => {
    const legal = { kind: 'placeholder', id: null, name: 'Halden’s legal' } as const
    await render(planWith([sampleTask({ id: 'a', owner: legal }), sampleTask({ id: 'b' })]))
    const asked = screen.getAllByRole('link', { name: 'Assign owner' })
    expect(asked).toHaveLength(1)
    expect(task('Task a')).toContainElement(asked[0] ?? null)
  })
  it('says why it was sent back, and that it changed since the agreement', async () => {
    const sentBack = { reason: 'Three years are missing', by: 'Tomás Ibarra' }
    await render(planWith([sampleTask({ id: 'a', sentBack, changedSinceAgreed: true })]))
    expect(textOf(task('Task a'))).toContain('Sent back by Tomás Ibarra: Three years are missing')
    expect(textOf(task('Task a'))).toContain('changed since agreed')
  })
  it('says which day was agreed where another holds now, marks it on the timeline, and is calm where none moved', async () => {
    const moved = { agreed: day('2026-06-26'), now: day('2026-06-30'), days: 2, done: false }
    await render(planWith([sampleTask({ id: 'a', moved }), sampleTask({ id: 'b' })]))
    expect(textOf(task('Task a'))).toMatch(/latest 30 Jun .*agreed 26 Jun : 2 working days later/)
    expect(textOf(task('Task b'))).not.toContain('agreed')
    // A drawing has no words of its own: one mark in the timeline, one in its key.
    expect(document.querySelectorAll('.ghost')).toHaveLength(2)
    expect(screen.getByText('agreed due date')).toBeVisible()
    await render(planWith([sampleTask({ id: 'b' })]))
    expect(document.querySelectorAll('.ghost')).toHaveLength(0)
    expect(screen.queryByText('agreed due date')).toBeNull()
  })
  it('of the other side’s own shows its dates and nothing else, whatever the view holds', async () => {
    const sentBack = { reason: 'secret', by: 'M' }
    await render(planWith([sampleTask({ id: 'x', hidden: true, title: 'Lower our price', sentBack })]))
    const hidden = task('a task of Brightline’s own')
    expect(textOf(hidden)).toContain('latest 30 Jun')
    expect(within(hidden).queryByRole('button')).toBeNull()
    expect(within(hidden).queryByRole('link')).toBeNull()
    expect(document.body.innerHTML).not.toMatch(/Lower our price|secret/)
  })
  it('can be opened, but not changed, by someone who only reads', async () => {
    const plan = planWith([sampleTask({ id: 'a' })])
    const may = {
      edit: false,
      invite: false,
      agree: false,
      restoreAgreed: false,
      editTerms: false,
      checkCalendar: false,
      confirmWin: false,
      putAway: false,
      setTeam: false,
      setAccountLogo: false,
    }
    await render({ ...plan, viewer: { ...plan.viewer, may } })
    expect(within(task('Task a')).queryByRole('button')).toBeNull()
    expect(within(task('Task a')).getByRole('link')).toHaveAccessibleName('Task a')
    for (const name of [/Invite/, /Agree to this plan/, /Add a/]) {
      expect(screen.queryByRole('link', { name })).toBeNull()
      expect(screen.queryByRole('button', { name })).toBeNull()
    }
  })
})

const nextForYou = () => screen.getByRole('region', { name: 'Next for you' })

describe('the plan page', () => {
  it('says when a task that is next has no owner, as a sentence of its own', async () => {
    await render(planWith([sampleTask({ id: 'a', mine: true, owner: null })], { nextForYou: ['a'] }))
    expect(nextForYou()).toHaveTextContent(/\. No owner yet\./)
  })
  it('has its regions, each once, and points without a check-off', async () => {
    await render(planWith([sampleTask({ id: 'a', mine: true })], { nextForYou: ['a'] }))
    for (const name of ['Next for you', 'Plan', 'Timeline'])
      expect(screen.getAllByRole('region', { name })).toHaveLength(1)
    const table = screen.getByRole('region', { name: 'Plan' })
    expect(within(table).getAllByRole('button', { name: /^Mark done/ })).toHaveLength(1)
  })
  it('is a proposal until both sides agree, then a working document: named by its project, calm, its background last', async () => {
    const status = { text: 'On track for 15 September, 2 working days buffer', next: 'Next.' }
    const draft = planWith([sampleTask({ id: 'a' })])
    const agreed: PlanView = { ...draft, state: 'agreed', headline: { ...draft.headline, status } }
    const shown = (plan: PlanView) =>
      renderPage(<PlanPage plan={plan} formKey="key" firstWin={<p>the win</p>} forecast={<p>the forecast</p>} />)
    const isBelowPlan = () =>
      (screen.getByRole('region', { name: 'Plan' }).compareDocumentPosition(screen.getByText('the forecast')) &
        Node.DOCUMENT_POSITION_FOLLOWING) >
      0
    await shown(draft)
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('the contract must be with Legal by tomorrow.')
    expect(isBelowPlan()).toBe(false)
    await shown(agreed)
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(/^Faster month-end close$/)
    const [said] = screen.getAllByRole('heading', { level: 2 })
    expect(said).toHaveTextContent(status.text)
    expect(document.querySelector('em.late')).toBeNull()
    expect(isBelowPlan()).toBe(true)
  })
  it('lists the reader’s own tasks in the order given', async () => {
    const tasks = [sampleTask({ id: 'a', title: 'First' }), sampleTask({ id: 'b', title: 'Second' })]
    await render(planWith(tasks, { nextForYou: ['b', 'a'] }))
    const names = within(nextForYou())
      .getAllByRole('link')
      .map((link) => textOf(link))
    expect(names).toEqual(['Second', 'First'])
    expect(within(nextForYou()).getAllByRole('button', { name: /^Mark done: (First|Second)$/ })).toHaveLength(2)
  })
  it('agrees to the version that was shown', async () => {
    await render(planWith([sampleTask({ id: 'a' })]))
    expect(postedBy(screen.getByRole('button', { name: 'Agree to this plan' }))).toMatchObject({
      intent: 'agree-plan',
      termsVersion: '3',
    })
  })
  it('asks again for the people the latest change concerns, and no one else', async () => {
    const agreement = { on: day('2026-06-15'), termsVersion: 3 }
    const priya = { ...agreement, name: 'Priya Raman', side: 'customer', current: true } as const
    const mara = { ...agreement, name: 'Mara Keller', side: 'vendor', current: true } as const
    const agreed = planWith([sampleTask({ id: 'a' })], { agreements: [priya, mara], agreedOn: day('2026-06-15') })
    await render(agreed)
    expect(screen.queryByRole('button', { name: 'Agree to this plan' })).toBeNull()
    await render({
      ...agreed,
      agreements: [{ ...priya, current: false }, mara],
      changedSinceAgreed: [sampleChange()],
    })
    expect(screen.getByRole('button', { name: 'Agree to this plan' })).toBeEnabled()
    const text = textOf(screen.getByRole('region', { name: 'Agreement' }))
    expect(text).toContain('Changed since agreed on 15 June')
    expect(text).toContain('Target date agreed: 15 September now: 22 September by Mara Keller , 16 June')
    expect(text).toContain('before the latest changes')
  })
  it('says in a sentence what moved since it was agreed, task by task, and leads to what was agreed', async () => {
    const moved = { agreed: day('2026-06-26'), now: day('2026-06-30'), days: 2, done: false }
    const same = { due: null, finish: null }
    const drift = { since: day('2026-06-15'), goLive: same, win: same, later: 1, earlier: 0 }
    const agreed = { agreedOn: day('2026-06-15'), agreedNumber: 2, drift }
    await render(planWith([sampleTask({ id: 'a', title: 'Contract at Legal', moved })], agreed))
    expect(textOf()).toContain('Since 15 June: go-live and first win unchanged, 1 task later. What was agreed')
    expect(textOf()).toContain('Contract at Legal agreed 26 Jun, now 30 Jun: 2 working days later')
    expect(screen.getByRole('link', { name: 'What was agreed' })).toHaveAttribute('href', '/plans/plan-1/agreed/2')
  })
  it('sends no inline style, which the content security policy would block', async () => {
    await render(planWith([sampleTask({ id: 'a' })]))
    expect(document.querySelector('[style]')).toBeNull()
  })
})

describe('table and timeline', () => {
  it('give their rows the same heights', () => {
    const css = readFileSync(join(import.meta.dirname, 'plan-table.css'), 'utf8')
    const heightIn = (sheet: string, selector: string) =>
      Number(new RegExp(`\\n${selector} \\{[^}]*?\\n  height: (\\d+)px`).exec(sheet)?.[1])
    const height = (selector: string) => heightIn(css, selector)
    expect(height('\\.cal-gap')).toBe(timelineHeights.calendar)
    expect(height('\\.row')).toBe(timelineHeights.task)
    expect(height('\\.row\\.tall')).toBe(timelineHeights.tall)
    expect(height('\\.row\\.noted')).toBe(timelineHeights.noted)
    expect(height('\\.row\\.tall\\.noted')).toBe(timelineHeights.tallNoted)
    expect(height('\\.ms')).toBe(timelineHeights.milestone)
    const adding = readFileSync(join(import.meta.dirname, '../task/add-row.css'), 'utf8')
    expect(heightIn(adding, '\\.add-row')).toBe(timelineHeights.adding)
    expect(height('\\.stage > summary')).toBe(timelineHeights.stage)
  })
})

describe('a row that needs more room', () => {
  it('is as high in the timeline as in the table', async () => {
    const owner = { kind: 'placeholder', id: null, name: 'Halden’s legal' } as const
    const sentBack = { reason: 'Three years are missing', by: 'Tomás Ibarra' }
    await render(planWith([sampleTask({ id: 'a', title: 'Register Brightline as a vendor', owner, sentBack })]))
    expect(task('Register Brightline as a vendor')).toHaveClass('noted', 'tall')
    const rows = document.querySelectorAll('.timeline .lanes svg[height]')
    expect([...rows].map((row) => Number(row.getAttribute('height')))).toContain(
      timelineHeights.stage + timelineHeights.tallNoted + timelineHeights.adding,
    )
  })
})

describe('a plan that is won', () => {
  const won = planWith([sampleTask({ id: 'a', status: 'done', doneOn: day('2026-06-15') })], { state: 'won' })
  const renderWon = (plan: PlanView) =>
    renderPage(<PlanPage plan={plan} formKey="key" firstWin={<p>the target</p>} celebration={<h1>They did it</h1>} />)
  it('celebrates instead of repeating it in a headline, a target and an empty list', async () => {
    await renderWon(won)
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('They did it')
    expect(screen.queryByText('the target')).toBeNull()
    expect(screen.queryByText(/must be with Legal/)).toBeNull()
    expect(screen.queryByRole('region', { name: 'Next for you' })).toBeNull()
  })
  it('lets the date that drove it and what is late recede, as a closed plan does', async () => {
    const plan = () => screen.getByRole('heading', { name: 'The plan' }).closest('.plan')
    for (const state of ['won', 'lost'] as const) {
      await renderWon({ ...won, state })
      expect(plan()).toHaveClass('is-ended')
    }
    await renderWon({ ...won, state: 'under way' })
    expect(plan()).not.toHaveClass('is-ended')
  })
  it('still says which tasks wait for the reader', async () => {
    const open = sampleTask({ id: 'b', title: 'Pay the last part', mine: true })
    await renderWon({ ...planWith([open], { nextForYou: ['b'] }), state: 'won' })
    expect(within(nextForYou()).getByRole('link', { name: 'Pay the last part' })).toBeVisible()
  })
})

describe('a check-off that was refused without script', () => {
  it('says so beside its own tick and at the top, and nowhere else', async () => {
    const plan = planWith([sampleTask({ id: 'a' }), sampleTask({ id: 'b' })])
    const values = { intent: 'complete-task', taskId: 'b' }
    const message = 'This plan is archived.'
    const reply = { status: 'invalid', message, faults: [], values } as const
    await renderPage(<PlanPage plan={plan} formKey="key" reply={reply} firstWin={<p>the win</p>} />)
    expect(within(task('Task b')).getByRole('alert')).toHaveTextContent(message)
    const [top] = screen.getAllByText(message)
    const heading = screen.getByRole('heading', { level: 1 })
    expect(screen.getAllByText(message)).toHaveLength(2)
    expect((top ?? heading).compareDocumentPosition(heading)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  })
})

it('expects a what-if from a pointer that the page was opened under', async () => {
  const plan = planWith([sampleTask({ id: 'a' })])
  const expectWhatIf = vi.fn()
  const whatIf = {
    shown: plan,
    moved: new Map(),
    advice: null,
    words: '',
    bar: null,
    ask: vi.fn(),
    expect: expectWhatIf,
  }
  await renderPage(<PlanPage plan={plan} formKey="key" whatIf={whatIf} firstWin={<p>the win</p>} />)
  // React is not told that it left what was there before.
  const before = screen.getByRole('heading', { level: 1 })
  await act(async () => void fireEvent.pointerOver(task('Task a'), { relatedTarget: before }))
  expect(expectWhatIf).toHaveBeenCalled()
})
