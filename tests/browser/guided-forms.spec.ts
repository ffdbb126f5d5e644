import type { Page } from '@playwright/test'
import { expect, fill, inDays, openPlan, region, takenOver, test } from './cast.ts'

const figure = (page: Page, at: number) => page.getByRole('group', { name: `Figure ${at}`, exact: true })

/** Nothing is wider than the page. */
const fits = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    page.viewportSize()?.width ?? 0,
  )

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without'

  test(`a note is written in questions on a phone, with figures, and confirmed by its person, ${how} JavaScript`, async ({
    app,
    home,
    somebody,
  }) => {
    test.setTimeout(120_000)
    const phone = { width: 390, height: 844 }
    const rep = await somebody({ javaScriptEnabled })
    const champion = await somebody({ javaScriptEnabled })
    const { path } = await openPlan({ app, home, rep, champion })
    for (const page of [rep, champion]) await page.setViewportSize(phone)

    await test.step('the plan says who has no note yet, and leads to the form', async () => {
      await rep.goto(path)
      const note = region(rep, 'What the project is worth')
      await expect(note).toContainText('Nothing written yet about Priya Raman.')
      await note.getByRole('link', { name: 'Figures and sources' }).click()
      await rep.getByRole('link', { name: 'Write a note' }).click()
      await expect(rep.getByText('What is the most important problem in this person’s job?')).toBeVisible()
      await expect(rep.getByLabel('Person', { exact: true }).locator('option:checked')).toHaveText('Priya Raman')
      await fits(rep)
    })

    await test.step('a figure without a source is told beside it, and nothing is lost', async () => {
      await fill(rep, {
        'Job title': 'Head of accounting',
        'Critical business issue': 'The close takes a month',
        Reasons: 'Forty spreadsheets are merged by hand',
      })
      await figure(rep, 1).getByLabel('Amount').fill('320')
      await figure(rep, 1).getByLabel('Source').fill('time sheets')
      await rep.getByText('Add more figures').click()
      await figure(rep, 2).getByLabel('Amount').fill('30.000,50')
      await figure(rep, 2).getByLabel('Of what').selectOption('EUR')
      await rep.getByRole('button', { name: 'Save' }).click()
      const source = figure(rep, 2).getByLabel('Source')
      await expect(source).toHaveAccessibleDescription(/Please say where this figure comes from/)
      await expect(source).toBeFocused()
      await expect(figure(rep, 2).getByLabel('Amount')).toHaveValue('30.000,50')
      await expect(rep.getByLabel('Reasons', { exact: true })).toHaveValue('Forty spreadsheets are merged by hand')
      await source.fill('Finance report Q2')
      await source.press('Enter')
      await expect(rep.getByRole('heading', { name: 'What the project is worth' })).toBeVisible()
      await rep.getByRole('button', { name: 'Share with Priya Raman' }).click()
      await expect(rep.getByText('shared, not confirmed yet')).toBeVisible()
      await fits(rep)
    })

    await test.step('the person reads the figures, corrects one, and so confirms them', async () => {
      await champion.goto(path)
      await expect(region(champion, 'What we heard')).toContainText(
        '320 hours a month (time sheets); EUR 30,000.5 a year (Finance report Q2).',
      )
      await champion.getByRole('link', { name: 'Change it' }).click()
      await expect(
        champion.getByText('What is the most important problem in your job as Head of accounting?'),
      ).toBeVisible()
      await figure(champion, 1).getByLabel('Amount').fill('300')
      await champion.getByRole('button', { name: 'Save and confirm' }).click()
      await expect(region(champion, 'What the project is worth')).toContainText(
        'Confirmed: 300 hours a month and EUR 30,000.5 a year.',
      )
      await fits(champion)
    })

    await test.step('both read each figure with its person and source', async () => {
      for (const page of [rep, champion]) {
        await page.goto(`${path}/situations`)
        await expect(region(page, 'What the project is worth').getByRole('listitem')).toHaveText([
          'Priya Raman: 300 hours a month (time sheets) confirmed',
          'Priya Raman: EUR 30,000.5 a year (Finance report Q2) confirmed',
        ])
        await fits(page)
      }
    })
  })
}

test('by keyboard, a first win is doubted beside its fields while it is typed, and may stay', async ({
  app,
  home,
  somebody,
}) => {
  const champion = await somebody()
  const { path } = await openPlan({ app, home, champion })
  await champion.goto(`${path}/terms`)
  await takenOver(champion)
  await expect(champion.getByText('From 30 days down to 1 day.')).toBeVisible()
  const unit = champion.getByLabel('Unit', { exact: true })
  await unit.focus()
  await champion.keyboard.press('ControlOrMeta+a')
  await champion.keyboard.type('better')
  await expect(unit).toHaveAccessibleDescription(/does not say what is counted/)
  await champion.keyboard.press('ControlOrMeta+a')
  await champion.keyboard.type('working days')
  await expect(unit).not.toHaveAccessibleDescription(/does not say what is counted/)
  await champion.keyboard.press('ControlOrMeta+a')
  await champion.keyboard.type('days')
  await champion.getByLabel('How the baseline was measured').focus()
  await champion.keyboard.type('From the log of the ledger')
  await champion.getByLabel('Win by', { exact: true }).fill(inDays(400))
  await expect(champion.getByLabel('Win by', { exact: true })).toHaveAccessibleDescription(/more than 90 days/)
  await champion.getByRole('button', { name: 'Save' }).focus()
  await champion.keyboard.press('Enter')
  await expect(champion).toHaveURL(new RegExp(`${path}(\\?|$)`))
  await champion.goto(`${path}/results`)
  await expect(champion.getByLabel('How the baseline was measured')).toHaveValue('From the log of the ledger')
})

test('without JavaScript, a doubted win is saved and comes back once with its doubts, and the plan is one link away', async ({
  app,
  home,
  somebody,
}) => {
  const rep = await somebody({ javaScriptEnabled: false })
  const { path } = await openPlan({ app, home, rep })
  await rep.setViewportSize({ width: 390, height: 844 })
  await rep.goto(`${path}/terms`)
  await fill(rep, { Measure: 'Mood', Unit: 'happier' })
  await rep.getByRole('button', { name: 'Save' }).click()
  await rep.getByLabel('Baseline and target are right in the new unit').check()
  await rep.getByRole('button', { name: 'Save' }).click()
  await expect(rep.getByText('Saved. Please look at what stands beside the fields')).toBeVisible()
  await expect(rep.getByLabel('Unit', { exact: true })).toHaveAccessibleDescription(/does not say what is counted/)
  await fits(rep)
  await rep.getByRole('button', { name: 'Save' }).click()
  await expect(rep, 'saved as it is').toHaveURL(new RegExp(`${path}(\\?|$)`))
  await rep.goto(`${path}/terms?doubts=yes`)
  await rep.getByRole('link', { name: 'Go on to the plan' }).click()
  await expect(rep).toHaveURL(new RegExp(`${path}(\\?|$)`))
})
