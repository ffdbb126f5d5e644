import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderPage } from '#tests/samples/render-page.tsx'
import { consentFormWords } from '../reference-words.ts'
import { ConsentForm, type ConsentFormProps } from './consent-form.tsx'

const render = (reply: ConsentFormProps['reply']) =>
  renderPage(
    <ConsentForm
      idempotencyKey="key"
      reply={reply}
      vendor="Brightline"
      account="Halden Foods"
      winVersion={2}
      offeredQuote="One day!"
      people={[]}
      logo={{ onPlan: null, isGiven: false }}
      cancelTo="/plans/1"
    />,
  )

test('where someone else changed the consent meanwhile, the page says that a chosen logo is not kept', async () => {
  await render(null)
  expect(screen.queryByText(consentFormWords.logoAgain)).toBeNull()
  const conflict = { field: 'note', label: 'Conditions', yours: 'A', theirs: 'B', by: 'Jonas Berg', at: '' }
  await render({ status: 'conflict', conflicts: [conflict], values: { intent: 'give-consent', note: 'A' } })
  expect(await screen.findByText(consentFormWords.logoAgain)).toBeTruthy()
})
