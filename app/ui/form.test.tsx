import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { postedBy, renderPage } from '#tests/samples/render-page.tsx'
import { SubmitButton } from './button.tsx'
import { CheckGroup } from './check-group.tsx'
import type { FormReply } from './form-reply.ts'
import { Form } from './form.tsx'
import { SelectField } from './select-field.tsx'
import { NumberField } from './number-field.tsx'
import { TextField } from './text-field.tsx'

const fields = (
  <>
    <TextField name="title" label="Title" value="Contract" hint="Short" maxLength={200} />
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
const main = () => screen.getByRole('button', { name: 'Save' })
const title = () => screen.getByRole('textbox', { name: 'Title' })
const days = () => screen.getByRole('textbox', { name: 'Working days' })

describe('a form', () => {
  it('carries its key, its intent and what its sender saw', async () => {
    await render()
    expect(main().closest('form')).toHaveAttribute('method', 'post')
    expect(postedBy(main())).toEqual({
      idempotencyKey: 'key-1',
      intent: 'edit-task',
      'seen.title': 'Contract',
      'seen.durationDays': '10',
      title: 'Contract',
      durationDays: '10',
      side: 'vendor',
      kinds: 'logo',
    })
  })

  it('keeps what was typed, says what is wrong beside the field and leads the focus there', async () => {
    await render({
      status: 'invalid',
      faults: [{ field: 'durationDays', message: 'A whole number, please.' }],
      values: { intent: 'edit-task', title: 'Contract at Legal', durationDays: 'ten', side: 'customer', kinds: 'call' },
    })
    expect(title()).toHaveValue('Contract at Legal')
    expect(days()).toHaveValue('ten')
    expect(days()).toBeInvalid()
    expect(days()).toHaveFocus()
    expect(days()).toHaveAccessibleDescription('A whole number, please.')
    expect(screen.getByText('A whole number, please.')).toHaveRole('alert')
    expect(screen.getByRole('combobox', { name: 'Side' })).toHaveValue('customer')
    expect(screen.getByRole('checkbox', { name: 'Call' })).toBeChecked()
    expect(screen.getByRole('checkbox', { name: 'Logo' })).not.toBeChecked()
  })

  it('leaves a single fault to its field, and sums up several', async () => {
    const faults = [
      { field: 'durationDays', message: 'A whole number, please.' },
      { field: 'title', message: 'Please say what it is.' },
    ]
    const sum = 'Please check the fields below.'
    const reply = { status: 'invalid', message: sum, values: {} } as const
    const isBefore = (one: Element, other: Element) =>
      Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING)
    await render({ ...reply, faults: faults.slice(0, 1) })
    expect(isBefore(days(), screen.getByText(sum)), 'where the stylesheet leaves it out').toBe(true)
    await render({ ...reply, faults })
    expect(isBefore(screen.getByText(sum), title())).toBe(true)
    expect(screen.getByText('Please say what it is.')).not.toHaveAttribute('role')
    expect(title()).toHaveAccessibleDescription('Please say what it is. Short')
  })

  it('shows a fault that belongs to no field', async () => {
    await render({
      status: 'invalid',
      message: 'This plan is archived.',
      faults: [{ field: '', message: 'Really.' }],
      values: {},
    })
    expect(screen.getByText('This plan is archived. Really.')).toBeVisible()
  })

  it('offers both values of a conflict as plain posts, and saves neither in silence', async () => {
    await render({
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
    const conflict = within(await screen.findByRole('alert'))
    const yours = postedBy(conflict.getByRole('button', { name: 'yours 8' }))
    const theirs = postedBy(conflict.getByRole('button', { name: 'Mara Keller 5' }))
    expect(yours).toMatchObject({ durationDays: '8', 'seen.durationDays': '5' })
    expect(theirs).toMatchObject({ durationDays: '5' })
    expect(yours['idempotencyKey']).not.toBe(theirs['idempotencyKey'])
    expect(postedBy(main())).toMatchObject({ durationDays: '8', 'seen.durationDays': '10' })
  })
})
