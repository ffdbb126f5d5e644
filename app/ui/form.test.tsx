import { describe, expect, it } from 'vitest'
import { renderPage, textOf } from '#tests/samples/render-page.tsx'
import { SubmitButton } from './button.tsx'
import { CheckGroup } from './check-group.tsx'
import type { FormReply } from './form-reply.ts'
import { Form } from './form.tsx'
import { SelectField } from './select-field.tsx'
import { NumberField } from './number-field.tsx'
import { TextField } from './text-field.tsx'

const fields = (
  <>
    <TextField name="title" label="Title" value="Contract" hint="Short" />
    <NumberField name="durationDays" label="Working days" value={10} />
    <SelectField
      name="side"
      label="Side"
      value="vendor"
      options={[
        { value: 'vendor', text: 'V' },
        { value: 'customer', text: 'C' },
      ]}
    />
    <CheckGroup
      name="kinds"
      legend="Kinds"
      options={[
        { value: 'logo', label: 'Logo', checked: true },
        { value: 'call', label: 'Call' },
      ]}
    />
    <SubmitButton>Save</SubmitButton>
  </>
)
const seen = { title: 'Contract', durationDays: '10' }
const render = (reply?: FormReply) =>
  renderPage(
    <Form idempotencyKey="key-1" intent="edit-task" reply={reply} seen={seen}>
      {fields}
    </Form>,
  )
const input = (html: string, name: string) =>
  new RegExp(`<(?:input|select)[^>]*name="${name}"[^>]*>`).exec(html)?.[0] ?? ''

describe('a form', () => {
  it('carries its key, its intent and what its sender saw', async () => {
    const html = await render()
    expect(html).toContain('method="post"')
    expect(input(html, 'idempotencyKey')).toContain('value="key-1"')
    expect(input(html, 'intent')).toContain('value="edit-task"')
    expect(input(html, 'seen.durationDays')).toContain('value="10"')
    expect(input(html, 'title')).toContain('value="Contract"')
  })

  it('keeps what was typed, says what is wrong beside the field and leads the focus there without script', async () => {
    const html = await render({
      status: 'invalid',
      faults: [{ field: 'durationDays', message: 'A whole number, please.' }],
      values: { intent: 'edit-task', title: 'Contract at Legal', durationDays: 'ten', side: 'customer', kinds: 'call' },
    })
    expect(input(html, 'title')).toContain('value="Contract at Legal"')
    const bad = input(html, 'durationDays')
    expect(bad).toContain('value="ten"')
    expect(bad).toContain('aria-invalid="true"')
    expect(bad).toContain('autofocus=""')
    expect(input(html, 'title')).not.toContain('autofocus')
    const fault = /aria-describedby="([^"\s]+)/.exec(bad)?.[1] ?? 'none'
    expect(html).toContain(`<p class="err" id="${fault}" role="alert">A whole number, please.</p>`)
    expect(html).toMatch(/<option value="customer" selected="">/)
    expect(html).toMatch(/value="call"[^>]* checked=""|checked=""[^>]* value="call"/)
    expect(html).not.toMatch(/value="logo"[^>]* checked=""|checked=""[^>]* value="logo"/)
  })

  it('leaves a single fault to its field, and sums up several', async () => {
    const faults = [
      { field: 'durationDays', message: 'A whole number, please.' },
      { field: 'title', message: 'Please say what it is.' },
    ]
    const reply = { status: 'invalid', message: 'Please check the fields below.', values: {} } as const
    // Without the mark the stylesheet leaves the sum on the page.
    const one = await render({ ...reply, faults: faults.slice(0, 1) })
    expect(one.indexOf('class="form-fault lone"')).toBeGreaterThan(one.indexOf('class="err"'))
    const several = await render({ ...reply, faults })
    expect(several.indexOf('class="form-fault"')).toBeLessThan(several.indexOf('class="err"'))
    expect(several).not.toMatch(/class="err"[^>]*role="alert"/)
  })

  it('shows a fault that belongs to no field', async () => {
    const html = await render({
      status: 'invalid',
      message: 'This plan is archived.',
      faults: [{ field: '', message: 'Really.' }],
      values: {},
    })
    expect(textOf(html)).toContain('This plan is archived. Really.')
  })

  it('offers both values of a conflict as plain posts, and saves neither in silence', async () => {
    const html = await render({
      status: 'conflict',
      conflicts: [{ field: 'durationDays', label: 'Working days', yours: '8', theirs: '5', by: 'Mara Keller', at: '' }],
      values: {
        intent: 'edit-task',
        title: 'Contract',
        durationDays: '8',
        'seen.title': 'Contract',
        'seen.durationDays': '10',
      },
    })
    const [, yours = '', theirs = '', main = ''] = html.split('<form')
    expect(textOf(yours)).toContain('yours 8')
    expect(input(yours, 'durationDays')).toContain('value="8"')
    expect(input(yours, 'seen.durationDays')).toContain('value="5"')
    expect(textOf(theirs)).toContain('Mara Keller 5')
    expect(input(theirs, 'durationDays')).toContain('value="5"')
    expect(input(yours, 'idempotencyKey')).not.toBe(input(theirs, 'idempotencyKey'))
    expect(input(main, 'durationDays')).toContain('value="8"')
    expect(input(main, 'seen.durationDays')).toContain('value="10"')
  })
})
