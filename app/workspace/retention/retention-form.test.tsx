import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { Button } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { postedBy, renderPage } from '#tests/samples/render-page.tsx'
import { RetentionForm } from './retention-form.tsx'

const retention = { keepSecurityLogMonths: 24, keepEmailsDays: 180, keepSessionsDays: 90, keepReceiptsDays: 7 }

const asked = (question: string, values: Record<string, string>): FormReply => ({
  status: 'invalid',
  message: question,
  faults: [{ field: 'confirmShorter', message: question }],
  values,
})

/** The page as it stays open while its form is sent twice, with another time the second time. */
function SentTwice() {
  const [reply, setReply] = useState(asked('24 → 12', { keepSecurityLogMonths: '12' }))
  const next = () => setReply(asked('24 → 6', { keepSecurityLogMonths: '6', confirmShorter: '24 → 12' }))
  return (
    <>
      <RetentionForm retention={retention} idempotencyKey="key-1" reply={reply} />
      <Button onClick={next}>Send again</Button>
    </>
  )
}

test('a tick confirms what was asked, and is gone once another question is asked', async () => {
  await renderPage(<SentTwice />)
  const box = () => screen.getByRole('checkbox', { name: 'Delete the older records for good' })
  const save = () => screen.getByRole('button', { name: 'Save' })
  expect(box()).not.toBeChecked()
  await userEvent.click(box())
  expect(postedBy(save())).toMatchObject({ keepSecurityLogMonths: '12', confirmShorter: '24 → 12' })
  await userEvent.click(screen.getByRole('button', { name: 'Send again' }))
  expect(box()).not.toBeChecked()
  await userEvent.click(box())
  expect(postedBy(save())).toMatchObject({ confirmShorter: '24 → 6' })
})
