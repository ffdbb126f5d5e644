import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { PlanView } from '../core/view.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { sampleChange, sampleMilestone, samplePlan, sampleTask } from '#tests/samples/plan.ts'
import { renderPage, textOf } from '#tests/samples/render-page.tsx'
import { PlanPage } from './plan-page.tsx'
import { heights } from '../timeline/timeline-scale.ts'

const day = (date: string) => date as IsoDate

const planWith = (tasks: PlanView['stages'][0]['milestones'][0]['tasks'], more: Partial<PlanView> = {}) =>
  samplePlan({
    stages: [
      { stage: 'Purchase', done: 0, total: tasks.length, milestones: [sampleMilestone({ id: 'signed', tasks })] },
    ],
    ...more,
  })

const render = (plan: PlanView) => renderPage(<PlanPage plan={plan} formKey="key" firstWin={<p>the win</p>} />)

/** The group of a task, from its opening tag to the next group or the point that ends its milestone. */
function groupOf(html: string, id: string): string {
  const from = html.indexOf(`<div role="group" aria-labelledby="title-${id}"`)
  if (from < 0) throw new Error(`no group for ${id}`)
  const ends = ['<div role="group"', '<div class="ms']
    .map((next) => html.indexOf(next, from + 1))
    .filter((at) => at > 0)
  return html.slice(from, Math.min(...ends))
}

describe('a task on the plan page', () => {
  it('is a group named by its title, with a form that checks it off and a way to edit it', async () => {
    const group = groupOf(await render(planWith([sampleTask({ id: 'a', title: 'Contract at Legal' })])), 'a')
    expect(group).toContain('id="title-a" title="Contract at Legal">Contract at Legal<')
    expect(group).toContain('method="post" action="/plans/plan-1#task-a"')
    expect(group).toContain('name="intent" value="complete-task"')
    expect(group).toContain('name="taskId" value="a"')
    expect(group).toContain('name="idempotencyKey" value="key:complete-task:a"')
    expect(textOf(group)).toContain('Mark done')
    expect(group).toMatch(/<a class="edit"[^>]*href="\/plans\/plan-1\/tasks\/a"/)
  })
  it('that is done offers to take that back', async () => {
    const done = sampleTask({ id: 'a', status: 'done', doneOn: day('2026-06-15') })
    const group = groupOf(await render(planWith([done])), 'a')
    expect(textOf(group)).toContain('Mark not done')
    expect(group).toContain('name="intent" value="reopen-task"')
    expect(textOf(group)).toContain('done 15 Jun')
  })
  it('without an owner asks for a name', async () => {
    const legal = { kind: 'placeholder', id: null, name: 'Halden’s legal' } as const
    const html = await render(planWith([sampleTask({ id: 'a', owner: legal }), sampleTask({ id: 'b' })]))
    expect(textOf(groupOf(html, 'a'))).toContain('Name someone')
    expect(textOf(groupOf(html, 'b'))).not.toContain('Name someone')
  })
  it('says why it was sent back, and that it changed since the agreement', async () => {
    const sentBack = { reason: 'Three years are missing', by: 'Tomás Ibarra' }
    const html = await render(planWith([sampleTask({ id: 'a', sentBack, changedSinceAgreed: true })]))
    expect(textOf(groupOf(html, 'a'))).toContain('Sent back by Tomás Ibarra: Three years are missing')
    expect(textOf(groupOf(html, 'a'))).toContain('changed since agreed')
  })
  it('says which day was agreed where another holds now, marks it on the timeline, and is calm where none moved', async () => {
    const moved = { agreed: day('2026-06-26'), now: day('2026-06-30'), days: 2, done: false }
    const html = await render(planWith([sampleTask({ id: 'a', moved }), sampleTask({ id: 'b' })]))
    expect(textOf(groupOf(html, 'a'))).toMatch(/by 30 Jun .*agreed 26 Jun : 2 working days later/)
    expect(textOf(groupOf(html, 'b'))).not.toContain('agreed')
    expect(html.split('class="ghost"')).toHaveLength(3)
    expect(textOf(html)).toContain('agreed due date')
    expect(await render(planWith([sampleTask({ id: 'b' })]))).not.toMatch(/ghost|as agreed/)
  })
  it('of the other side’s own shows its dates and nothing else, whatever the view holds', async () => {
    const hidden = sampleTask({
      id: 'x',
      hidden: true,
      title: 'Lower our price',
      sentBack: { reason: 'secret', by: 'M' },
    })
    const html = await render(planWith([hidden]))
    const group = groupOf(html, 'x')
    expect(textOf(group)).toContain('a task of Brightline’s own')
    expect(textOf(group)).toContain('by 30 Jun')
    expect(group).not.toMatch(/Mark done|Edit|<form/)
    expect(html).not.toMatch(/Lower our price|secret/)
  })
  it('cannot be touched by somebody who only reads', async () => {
    const plan = planWith([sampleTask({ id: 'a' })])
    const may = {
      edit: false,
      invite: false,
      agree: false,
      takeBackAgreed: false,
      editTerms: false,
      checkCalendar: false,
      confirmWin: false,
      putAway: false,
      setTeam: false,
    }
    const html = await render({ ...plan, viewer: { ...plan.viewer, may } })
    expect(groupOf(html, 'a')).not.toMatch(/Mark done|<form|<a /)
    expect(textOf(html)).not.toMatch(/Invite|Agree to this plan|Add a task/)
  })
})

describe('the plan page', () => {
  it('has its regions, each once, and points without a check-off', async () => {
    const html = await render(planWith([sampleTask({ id: 'a', mine: true })], { nextForYou: ['a'] }))
    for (const region of ['Next for you', 'Plan', 'Timeline']) {
      expect(html.split(`<section class="`).filter((part) => part.includes(`aria-label="${region}"`))).toHaveLength(1)
    }
    const point = html.slice(html.indexOf('<div class="ms'), html.indexOf('</details>'))
    expect(point).not.toContain('Mark done')
  })
  it('lists the reader’s own tasks in the order given', async () => {
    const tasks = [sampleTask({ id: 'a', title: 'First' }), sampleTask({ id: 'b', title: 'Second' })]
    const html = await render(planWith(tasks, { nextForYou: ['b', 'a'] }))
    const list = html.slice(html.indexOf('aria-label="Next for you"'), html.indexOf('aria-label="Plan"'))
    expect(list.indexOf('Second')).toBeLessThan(list.indexOf('First'))
    expect(list.match(/Mark done: (First|Second)<\/span>/g)).toHaveLength(2)
  })
  it('agrees to the version that was shown', async () => {
    const html = await render(planWith([sampleTask({ id: 'a' })]))
    expect(html).toContain('name="termsVersion" value="3"')
    expect(textOf(html)).toContain('Agree to this plan')
  })
  it('asks again whom the latest change concerns, and nobody else', async () => {
    const agreement = { on: day('2026-06-15'), termsVersion: 3 }
    const priya = { ...agreement, name: 'Priya Raman', side: 'customer', current: true } as const
    const mara = { ...agreement, name: 'Mara Keller', side: 'vendor', current: true } as const
    const agreed = planWith([sampleTask({ id: 'a' })], { agreements: [priya, mara], agreedOn: day('2026-06-15') })
    expect(textOf(await render(agreed))).not.toContain('Agree to this plan')
    const changed = {
      ...agreed,
      agreements: [{ ...priya, current: false }, mara],
      changedSinceAgreed: [sampleChange()],
    }
    const text = textOf(await render(changed))
    expect(text).toContain('Changed since agreed on 15 June')
    expect(text).toContain('Critical date agreed: 15 September now: 22 September by Mara Keller , 16 June')
    expect(text).toContain('before the latest changes')
    expect(text).toContain('Agree to this plan')
  })
  it('says in a sentence what moved since it was agreed, task by task, and leads to what was agreed', async () => {
    const moved = { agreed: day('2026-06-26'), now: day('2026-06-30'), days: 2, done: false }
    const same = { doBy: null, finish: null }
    const drift = { since: day('2026-06-15'), goLive: same, win: same, later: 1, earlier: 0 }
    const agreed = { agreedOn: day('2026-06-15'), agreedNumber: 2, drift }
    const html = await render(planWith([sampleTask({ id: 'a', title: 'Contract at Legal', moved })], agreed))
    expect(textOf(html)).toContain('Since 15 June: go-live and first win unchanged, 1 task later. What was agreed')
    expect(textOf(html)).toContain('Contract at Legal agreed 26 Jun, now 30 Jun: 2 working days later')
    expect(html).toContain('href="/plans/plan-1/agreed/2"')
  })
  it('sends no inline style, which the content security policy would block', async () => {
    expect(await render(planWith([sampleTask({ id: 'a' })]))).not.toContain(' style="')
  })
})

describe('table and timeline', () => {
  it('give their rows the same heights', () => {
    const css = readFileSync(new URL('./plan-table.css', import.meta.url), 'utf8')
    const height = (selector: string) =>
      Number(new RegExp(`\\n${selector} \\{[^}]*?\\n  height: (\\d+)px`).exec(css)?.[1])
    expect(height('\\.cal-gap')).toBe(heights.calendar)
    expect(height('\\.row')).toBe(heights.task)
    expect(height('\\.row\\.tall')).toBe(heights.tall)
    expect(height('\\.row\\.noted')).toBe(heights.noted)
    expect(height('\\.row\\.tall\\.noted')).toBe(heights.tallNoted)
    expect(height('\\.ms')).toBe(heights.milestone)
    expect(height('\\.stage > summary')).toBe(heights.stage)
  })
})

describe('a row that needs more room', () => {
  it('is as high in the timeline as in the table', async () => {
    const owner = { kind: 'placeholder', id: null, name: 'Halden’s legal' } as const
    const sentBack = { reason: 'Three years are missing', by: 'Tomás Ibarra' }
    const html = await render(
      planWith([sampleTask({ id: 'a', title: 'Register Brightline as a vendor', owner, sentBack })]),
    )
    expect(html).toContain('class="row noted tall" id="task-a"')
    expect(html).toContain(`<svg width="100%" height="${heights.stage + heights.tallNoted + heights.milestone}">`)
  })
})

describe('a plan that is won', () => {
  const won = planWith([sampleTask({ id: 'a', status: 'done', doneOn: day('2026-06-15') })], { state: 'won' })
  const renderWon = (plan: PlanView) =>
    renderPage(<PlanPage plan={plan} formKey="key" firstWin={<p>the target</p>} celebration={<h1>They did it</h1>} />)
  it('celebrates instead of repeating it in a headline, a target and an empty list', async () => {
    const html = await renderWon(won)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(textOf(html)).not.toMatch(/the target|must be with Legal|Next for you/)
  })
  it('lets the date that drove it and what is late recede, as a closed plan does', async () => {
    for (const state of ['won', 'lost'] as const)
      expect(await renderWon({ ...won, state })).toContain('class="plan is-ended"')
    expect(await renderWon({ ...won, state: 'under way' })).toContain('class="plan"')
  })
  it('still says which tasks wait for the reader', async () => {
    const open = sampleTask({ id: 'b', title: 'Pay the last part', mine: true })
    const html = await renderWon({ ...planWith([open], { nextForYou: ['b'] }), state: 'won' })
    expect(textOf(html)).toContain('Next for you')
  })
})

describe('a check-off that was refused without script', () => {
  it('says so beside its own tick and at the top, and nowhere else', async () => {
    const plan = planWith([sampleTask({ id: 'a' }), sampleTask({ id: 'b' })])
    const values = { intent: 'complete-task', taskId: 'b' }
    const reply = { status: 'invalid', message: 'This plan is archived.', faults: [], values } as const
    const html = await renderPage(<PlanPage plan={plan} formKey="key" reply={reply} firstWin={<p>the win</p>} />)
    expect(textOf(groupOf(html, 'b'))).toContain('This plan is archived.')
    expect(textOf(groupOf(html, 'a'))).not.toContain('This plan is archived.')
    expect(textOf(html.slice(0, html.indexOf('<h1')))).toContain('This plan is archived.')
  })
})
