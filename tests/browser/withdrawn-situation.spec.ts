import { check } from './axe.ts'
import { expect, openPlan, region, takenOver, test } from './cast.ts'
import { sendForm } from './send-form.ts'

const effect = /is deleted for everyone: on the plan, in its figures and in the activity\. .* You can’t undo this\./

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with script' : 'without script'

  test(`a person withdraws what was noted about them, from the note and from their data, ${how}`, async ({
    app,
    home,
    somebody,
  }) => {
    const [rep, champion] = [await somebody(), await somebody({ javaScriptEnabled })]
    const { path } = await openPlan({ app, home, rep, champion })
    const note = async () => {
      await sendForm(rep, `${path}/situations/new`, 'Save', {
        'Job title': 'CFO',
        'Critical business issue': 'Closing takes a month',
      })
      await sendForm(rep, `${path}/situations`, 'Share with Priya Raman', {})
    }
    const open = async (url: string) => {
      await champion.goto(url)
      if (javaScriptEnabled) await takenOver(champion)
    }
    await champion.setViewportSize({ width: 390, height: 844 })

    await note()
    await open(path)
    await region(champion, 'What we heard').getByRole('link', { name: 'Change it' }).click()
    await champion.getByText('Withdraw…').click()
    await expect(champion.getByText(effect)).toBeVisible()
    if (javaScriptEnabled) await check(champion, 'withdrawing a note')
    await champion.getByRole('button', { name: 'Withdraw', exact: true }).click()
    await expect(champion).toHaveURL(new RegExp(`${path}$`))
    await expect(champion.getByText('What was noted about you is withdrawn.')).toBeVisible()
    await expect(region(champion, 'What we heard')).toHaveCount(0)

    await note()
    await open(`${path}/your-data`)
    await champion.getByText('Withdraw…').click()
    await expect(champion.getByText(effect)).toBeVisible()
    await champion.getByRole('button', { name: 'Withdraw', exact: true }).click()
    await expect(champion.getByText('What was noted about you is withdrawn.')).toBeVisible()
    await expect(champion.getByText('No notes about you have been shared with you.')).toBeVisible()

    await rep.goto(path)
    await expect(region(rep, 'What the project is worth')).toContainText('Nothing written yet about Priya Raman.')
  })
}
