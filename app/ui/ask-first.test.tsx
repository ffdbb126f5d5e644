import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { renderPage } from '#tests/samples/render-page.tsx'
import { AskFirst } from './ask-first.tsx'
import { SubmitButton } from './button.tsx'
import { type FormReply, replyTo } from './form-reply.ts'
import { Form } from './form.tsx'

const refused = (values: Record<string, string>): FormReply => ({
  status: 'invalid',
  message: 'Please sign in again.',
  faults: [],
  values: { intent: 'revoke', ...values },
})

const row = (reply: FormReply | null, keyId: string) => {
  const own = replyTo(reply, 'revoke', { keyId })
  return renderPage(
    <AskFirst text="Revoke" about={keyId} says="It cannot be brought back." reply={own}>
      <Form intent="revoke" idempotencyKey="key-1" hidden={{ keyId }} reply={own}>
        <SubmitButton>Revoke now</SubmitButton>
      </Form>
    </AskFirst>,
  )
}

const question = () => screen.getByRole('group')

test('a question is folded until it is asked, and open where its form was refused, so that the reason is read', async () => {
  await row(null, 'a')
  expect(question()).not.toHaveAttribute('open')
  await userEvent.click(screen.getByLabelText('Revoke: a'))
  expect(question()).toHaveAttribute('open')
  expect(screen.getByRole('button', { name: 'Revoke now' })).toBeEnabled()
  await row({ status: 'done' }, 'a')
  expect(question()).not.toHaveAttribute('open')
  await row(refused({ keyId: 'a' }), 'a')
  expect(question()).toHaveAttribute('open')
  expect(question()).toHaveTextContent('Please sign in again.')
})

test('what another row was answered opens nothing here', async () => {
  await row(refused({ keyId: 'b' }), 'a')
  expect(question()).not.toHaveAttribute('open')
  expect(question()).not.toHaveTextContent('Please sign in again.')
})

test('a form that names no row is told from those that do', () => {
  const all = refused({})
  expect(replyTo(all, 'revoke', { keyId: undefined })).toBe(all)
  expect(replyTo(refused({ keyId: 'a' }), 'revoke', { keyId: undefined })).toBeUndefined()
})
