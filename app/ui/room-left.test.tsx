import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { renderPage } from '#tests/samples/render-page.tsx'
import { NumberField } from './number-field.tsx'
import { TextArea } from './text-field.tsx'

const note = () => screen.getByRole('textbox', { name: 'Note' })
const show = (length: number) =>
  renderPage(<TextArea name="note" label="Note" value={'x'.repeat(length)} maxLength={1_000} />)

describe('a text with a largest size', () => {
  it('says nothing while there is room', async () => {
    await show(899)
    expect(note()).toHaveAttribute('maxLength', '1000')
    expect(note(), 'what describes it is not there yet').not.toHaveAttribute('aria-describedby')
    expect(screen.queryByText(/left/)).toBeNull()
  })
  it('says how much is left near its end, in what describes the field, while someone types', async () => {
    await show(958)
    expect(note()).toHaveAccessibleDescription('42 characters left.')
    await userEvent.type(note(), 'three')
    expect(note()).toHaveAccessibleDescription('37 characters left.')
  })
  it('says what the most is once there is no room, also for what is too long already', async () => {
    await show(1_000)
    expect(screen.getByRole('status')).toHaveTextContent('You have reached the limit of 1,000 characters.')
    await show(1_200)
    expect(screen.getByRole('status')).toHaveTextContent('You have reached the limit')
  })
  it('ends a number too', async () => {
    await renderPage(<NumberField name="durationDays" label="Working days" value="" />)
    await userEvent.type(screen.getByRole('textbox', { name: 'Working days' }), '1'.repeat(70))
    expect(screen.getByRole('textbox', { name: 'Working days' })).toHaveValue('1'.repeat(60))
  })
})
