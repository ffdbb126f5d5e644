import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { postedBy, renderPage, textOf } from '#tests/samples/render-page.tsx'
import { OpenSeatForms } from './open-seat-forms.tsx'

const seat = {
  ...{ id: 't', title: 'Contract at Legal', milestone: 'Signed', dueOn: '2026-06-30', isCustomers: true },
  ...{ owner: 'placeholder:Legal', alsoOwns: ['o1', 'o2', 'o3'] },
}
const page = {
  ...{ project: 'Close', today: '2026-06-17', seats: [seat] },
  companies: { vendor: 'Brightline', customer: 'Halden Foods' },
  owners: {
    vendor: [],
    customer: [{ value: 'participant:p1', text: 'Priya Raman' }],
    placeholders: [{ value: 'placeholder:Legal', text: 'Legal' }],
  },
}
const show = (mayInvite: boolean) =>
  renderPage(
    <OpenSeatForms
      seat={seat}
      page={page}
      mayInvite={mayInvite}
      keyFor={(...parts) => parts.join(':')}
      replies={{ edit: undefined, invite: undefined }}
    />,
  )

test('a task that needs a person has the owner’s field, and asks about the placeholder’s other tasks', async () => {
  await show(true)
  const region = screen.getByRole('region', { name: 'Contract at Legal' })
  expect(textOf(region)).toContain('Signed, due 30 June')
  const [box] = screen.getAllByRole('checkbox', { name: 'Legal also owns 3 other tasks. Assign them too?' })
  expect(box).not.toBeChecked()
  box?.click()
  expect(postedBy(screen.getByRole('button', { name: 'Save' }))).toMatchObject({
    intent: 'edit-task',
    taskId: 't',
    owner: 'placeholder:Legal',
    alsoFor: '["o1","o2","o3"]',
    'seen.owner': 'placeholder:Legal',
  })
  const send = screen.getByRole('button', { name: 'Invite and assign', hidden: true })
  expect(postedBy(send)).toMatchObject({ intent: 'invite-owner', taskId: 't', owner: 'invited', email: '' })
})

test('who may not invite has no invitation', async () => {
  await show(false)
  expect(screen.queryByRole('button', { name: 'Invite and assign', hidden: true })).toBeNull()
})
