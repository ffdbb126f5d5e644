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

test('a question is folded until it is asked, and open where its form was refused, so that the reason is read', async () => {
  const folded = /<details class="ask-first">/
  expect(await row(null, 'a')).toMatch(folded)
  expect(await row({ status: 'done' }, 'a')).toMatch(folded)
  const own = await row(refused({ keyId: 'a' }), 'a')
  expect(own).toMatch(/<details class="ask-first" open="">/)
  expect(own).toContain('Please sign in again.')
})

test('what another row was answered opens nothing here', async () => {
  const other = await row(refused({ keyId: 'b' }), 'a')
  expect(other).toMatch(/<details class="ask-first">/)
  expect(other).not.toContain('Please sign in again.')
})

test('a form that names no row is told from those that do', () => {
  const all = refused({})
  expect(replyTo(all, 'revoke', { keyId: undefined })).toBe(all)
  expect(replyTo(refused({ keyId: 'a' }), 'revoke', { keyId: undefined })).toBeUndefined()
})
