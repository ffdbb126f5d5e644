import { expect, fill, openPlan, region, task, test } from './cast.ts'

test('what one side keeps to itself is on paper only when it is asked for, and marked there', async ({
  app,
  home,
  somebody,
}) => {
  test.setTimeout(240_000)
  const [rep, champion] = [await somebody(), await somebody()]
  await openPlan({ app, home, rep, champion })
  const kept = 'Lower our price once more'
  await rep.getByRole('link', { name: 'Add a step to Agreement signed' }).click()
  await fill(rep, { Title: kept, 'Who else': 'The deal desk', 'Working days': '2' })
  await rep.getByLabel('Side', { exact: true }).selectOption('vendor')
  await rep.getByRole('checkbox', { name: 'Keep this to my side' }).check()
  await rep.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(task(rep, kept)).toBeVisible()
  const forecast = region(rep, 'Forecast')
  await expect(forecast).toBeVisible()

  await rep.emulateMedia({ media: 'print' })
  await expect(rep.getByText(kept).filter({ visible: true })).toHaveCount(0)
  await expect(forecast).toBeHidden()

  // A print dialog cannot be opened here: the page is looked at as it would be printed.
  await rep.emulateMedia({ media: 'screen' })
  await rep.evaluate(() => {
    window.print = () => undefined
  })
  await rep.getByRole('button', { name: 'With private parts' }).click()
  await rep.emulateMedia({ media: 'print' })
  await expect(task(rep, kept)).toBeVisible()
  await expect(task(rep, kept).getByText(/^Private to /)).toBeVisible()
  await expect(forecast.getByText(/^Private to /)).toBeVisible()
  await rep.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect(forecast).toBeHidden()
})
