import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { renderPage } from '#tests/samples/render-page.tsx'
import { draftName, readDraft, writeDraft } from './drafts.ts'
import { Form } from './form.tsx'
import { TextArea } from './text-field.tsx'
import { DraftsOf } from './use-draft.ts'

const person = '6f1c2a3e-0000-4000-8000-000000000001'
const name = draftName(person, '/calendar', 'edit-calendar', [])
const press = async (button: string) => {
  const found = await screen.findByRole('button', { name: button })
  await act(async () => fireEvent.click(found))
}

afterEach(() => localStorage.clear())

/** A form with one field, whose draft has more: a row that someone else has removed meanwhile. */
async function reopened() {
  const values = {
    why: ['Stocktaking'],
    'closed.3.why': ['The plant is closed'],
    'closed.3.id': [person],
    'closed.3.all': ['yes'],
  }
  writeDraft(name, { at: '2026-06-17T08:00:00.000Z', values, seen: {} })
  await renderPage(
    <DraftsOf.Provider value={person}>
      <Form idempotencyKey="key" intent="edit-calendar">
        <TextArea name="why" label="Why" value="" maxLength={200} />
      </Form>
    </DraftsOf.Provider>,
    '/calendar',
  )
  await press('Restore what you typed')
  return screen.findByLabelText(/no longer has a field for part of what you typed/)
}

test('what was typed into a field that is gone is given back to be copied, until it is discarded', async () => {
  expect(await reopened()).toHaveValue('The plant is closed')
  expect(screen.getByLabelText('Why')).toHaveValue('Stocktaking')
  await press('Discard')
  expect(screen.queryByLabelText(/no longer has a field/)).toBeNull()
  await waitFor(() => expect(readDraft(name)?.values).toEqual({ why: ['Stocktaking'] }))
})
