import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { postedBy, renderPage, textOf } from '#tests/samples/render-page.tsx'
import { ChampionGone, type ChampionGoneProps } from './champion-gone.tsx'

const show = (gone: Partial<ChampionGoneProps['gone']>) =>
  renderPage(
    <ChampionGone
      gone={{
        champion: 'Priya Raman',
        why: 'silent',
        named: null,
        choices: [{ id: 'p2', name: 'Jonas Berg' }],
        ...gone,
      }}
      keyFor={(...parts) => parts.join(':')}
    />,
  )

test('says why it asks who leads, and names the next champion in one step', async () => {
  await show({})
  expect(screen.getByRole('heading', { name: 'Who leads this now?' })).toBeInTheDocument()
  expect(textOf()).toContain('Priya Raman has not opened this plan for three weeks')
  expect(screen.getByRole('combobox', { name: 'Next champion' })).toHaveValue('p2')
  expect(postedBy(screen.getByRole('button', { name: 'Name the next champion' }))).toMatchObject({
    intent: 'name-next-champion',
    participantId: 'p2',
  })
})

test('who was named confirms, the others see who it is and can name someone else', async () => {
  const named = { id: 'p2', name: 'Jonas Berg', by: 'Sam Ortiz', isReader: true }
  await show({ named })
  expect(textOf()).toContain('Sam Ortiz named you to lead this plan in place of Priya Raman.')
  expect(postedBy(screen.getByRole('button', { name: 'Lead this plan' }))).toMatchObject({ intent: 'take-champion' })
  expect(screen.queryByRole('combobox')).not.toBeInTheDocument()
  await show({ named: { ...named, isReader: false }, choices: [{ id: 'p3', name: 'Eva Holm' }], why: 'bounced' })
  expect(textOf()).toContain('Emails to Priya Raman come back.')
  expect(textOf()).toContain('Sam Ortiz named Jonas Berg, who has not confirmed yet.')
  expect(screen.getByRole('combobox', { name: 'Next champion' })).toHaveValue('p3')
})
