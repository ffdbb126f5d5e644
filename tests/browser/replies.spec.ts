import { expect, openPlan, test } from './cast.ts'

test('an answer from the built-in mailbox stands in the conversation of the plan', async ({
  app,
  home,
  somebody,
  page,
  trouble,
}) => {
  // The frame of the email runs no script, not even that of the tests' clock.
  trouble.expected.push(/Blocked script execution/)
  const champion = await somebody()
  const { cast, path } = await openPlan({ app, home, champion })
  const [email] = await app.mailbox.list(cast.champion)
  await page.goto(`/mailbox/${email?.id}`)
  await page.getByLabel('Text').fill('We start on Monday.\n\n> Ana wrote:\n> Please join.')
  await page.getByRole('button', { name: 'Send reply' }).click()
  await expect(page.getByRole('status')).toHaveText('It was taken as: comment')
  await champion.goto(`${path}/conversation`)
  await expect(champion.getByText('We start on Monday.').first()).toBeVisible()
  await expect(champion.getByText('Please join.')).toHaveCount(0)
})
