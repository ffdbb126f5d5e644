import { describe, expect, it } from 'vitest'
import type { ObjectionView, PlanView } from '../core/view.ts'
import type { FormReply } from '#app/ui/form-reply.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { sampleChange, samplePlan } from '#tests/samples/plan.ts'
import { renderPage, textOf } from '#tests/samples/render-page.tsx'
import { planLinks } from '../core/plan-links.ts'
import { AgreementStrip } from './agreement-strip.tsx'
import { whatAgreeingMeans } from './agreement-words.ts'

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

describe('a plan that both sides stand by', () => {
  it('says that a request is open, not that it is to be agreed again', async () => {
    const text = textOf(await render({ ...stands, objections: [request] }))
    expect(text).toContain('Agreed, with an open request')
    expect(text).toMatch(/Priya Raman of Halden Foods asks for a change: “Move it back.”/)
    expect(text).not.toMatch(/agreed again|does not agree|Agree to this plan/)
  })
  it('lets the side that asked change its request, and the other ask for one of its own', async () => {
    const own = await render({ ...stands, objections: [request] })
    expect(textOf(own)).toContain('Edit your request')
    expect(own).toMatch(/<textarea[^>]*name="reason"[^>]*>Move it back\.</)
    const theirs = textOf(await render({ ...stands, objections: [{ ...request, side: 'vendor' }] }))
    expect(theirs).toContain('Ask for a change')
    expect(theirs).not.toContain('Edit your request')
  })
  it('lets those who agree ask for a change, and takes no room for others', async () => {
    const html = await render(stands)
    expect(textOf(html)).toContain('Ask for a change')
    expect(html).toContain('name="intent" value="object-to-plan"')
    expect(textOf(html)).not.toMatch(/Not yet|Agree to this plan/)
    expect(await render({ ...stands, viewer: mayNotAgree() })).toBe('')
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
  const folded = /<details class="more-changes"( open="")?>/
  it('opens its folded changes where one of them could not be taken back', async () => {
    const atSeventh = await render({ ...stands, changedSinceAgreed: changed }, refused('part-6'))
    expect(folded.exec(atSeventh)?.[1]).toBe(' open=""')
    expect(atSeventh.split('It has been changed again.')).toHaveLength(2)
    const atFirst = await render({ ...stands, changedSinceAgreed: changed }, refused('part-0'))
    expect(folded.exec(atFirst)?.[1]).toBeUndefined()
  })
  it('names each button by the change that it takes back', async () => {
    const gone = (number: number) =>
      sampleChange({
        part: `removed.${number}`,
        title: `“Task ${number}”, removed`,
        kind: 'removed',
        back: { by: 'undo-change', number },
      })
    const html = await render({ ...stands, changedSinceAgreed: [gone(1), gone(2), sampleChange()] })
    const names = [...html.matchAll(/<button[^>]*aria-label="([^"]*)"/g)].map(([, name]) => name)
    expect(names).toEqual(['Undo: “Task 1”, removed', 'Undo: “Task 2”, removed', 'Restore agreed value: Critical date'])
  })
  it('lets a side that has agreed already ask for a change while the other has not', async () => {
    const [own, other] = stands.agreements ?? []
    if (!own || !other) throw new Error('two agreements')
    const text = textOf(await render({ ...stands, agreements: [own, { ...other, current: false }] }))
    expect(text).toContain('Needs to be agreed again')
    expect(text).toContain('Ask for a change')
    expect(text).not.toContain('Not yet')
  })
})

it('says in short sentences what agreeing means', () => {
  const words = whatAgreeingMeans(samplePlan())
  expect(words).toMatch(/^By agreeing, Halden Foods confirms that it will follow this plan with Brightline\. /)
  expect(words).toContain('It is not a contract')
  for (const sentence of words.split(/[.:] /)) expect(sentence.split(' ').length).toBeLessThan(30)
})
