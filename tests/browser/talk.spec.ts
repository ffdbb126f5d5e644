import { check } from './axe.ts'
import type { Locator } from '@playwright/test'
import { expect, openPlan, test } from './cast.ts'

/** A text that is read; the fields to change it hold it too. */
const said = (within: Locator, text: string) => within.getByText(text).filter({ visible: true })

test('a buyer asks from the plan, hears the answer on the open page, and closes the question; what a side writes for itself stays there', async ({
  app,
  home,
  somebody,
}) => {
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  await champion.goto(path)
  await champion.getByRole('link', { name: 'Ask a question' }).click()
  await champion.getByLabel('Your question').fill('Who signs for you? <script>alert(1)</script>')
  await champion.getByRole('button', { name: 'Ask question' }).click()
  const talk = champion.getByRole('region', { name: 'Conversation' })
  await expect(said(talk, 'Who signs for you? <script>alert(1)</script>')).toBeVisible()
  await expect(talk.getByText(/answer due/)).toBeVisible()
  await check(champion, 'a question of the customer')

  await rep.goto(path)
  await rep
    .getByRole('region', { name: 'Next for you' })
    .getByRole('link', { name: /Who signs for you/ })
    .click()
  const own = rep.getByRole('region', { name: 'Conversation' })
  await own.getByText('Answer', { exact: true }).click()
  await own.getByLabel('Your answer').fill('Mara Keller does, by hand.')
  await own.getByRole('button', { name: 'Send answer' }).click()
  await expect(said(own, 'Mara Keller does, by hand.')).toBeVisible()
  // The open page of the other side shows it by itself.
  await expect(said(talk, 'Mara Keller does, by hand.')).toBeVisible()

  await own.getByLabel('Write a comment').fill('Let us never tell them this.')
  await own.getByLabel('Visible to').last().selectOption('own')
  await own.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(own.getByText(/^Visible to .+ only$/)).toBeVisible()
  await check(rep, 'an internal comment')

  await talk.getByRole('button', { name: 'Close question' }).click()
  await expect(talk.getByText(/^Question, closed by/)).toBeVisible()
  await expect(champion.getByText('never tell them this')).toHaveCount(0)
  await talk.getByLabel('Write a comment').fill('Thank you!')
  await talk.getByRole('button', { name: 'Comment', exact: true }).click()
  const thanks = talk.getByRole('listitem').filter({ hasText: 'Thank you!' }).last()
  await expect(talk.getByLabel('Write a comment')).toHaveValue('')
  await thanks.getByRole('button', { name: 'Delete: “Thank you!”' }).click()
  await expect(talk.getByText('You deleted this comment.')).toBeVisible()
  await talk.getByRole('button', { name: 'Undo' }).click()
  await expect(said(talk, 'Thank you!')).toBeVisible()

  await champion.goto(path)
  await champion.getByRole('link', { name: 'Edit Contract at Legal' }).click()
  await champion.getByRole('link', { name: 'Conversation and activity' }).click()
  await talk.getByLabel('Write a comment').fill('Our counsel is back on Monday.')
  await talk.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(said(talk, 'Our counsel is back on Monday.')).toBeVisible()
  await champion.goto(path)
  await champion.getByRole('link', { name: '1 comment on Contract at Legal' }).click()
  await expect(champion, 'the link of the row leads elsewhere').toHaveURL(/\/view#conversation$/)
})
