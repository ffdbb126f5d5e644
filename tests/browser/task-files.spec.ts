import { check } from './axe.ts'
import { readFile } from 'node:fs/promises'
import { expect, openPlan, test } from './cast.ts'

const pdf = (name: string, size = 3_000) => {
  const buffer = Buffer.alloc(size)
  buffer.write('%PDF-1.7 the offer')
  return { name, mimeType: 'application/pdf', buffer }
}
const umlauts = "Müller's Angebot (final) [2].pdf"

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with script' : 'without script'
  test(`${how}, a task is described, and a file is added, refused with a reason, saved by the other side, removed and restored`, async ({
    app,
    home,
    somebody,
  }) => {
    const [rep, champion] = [await somebody({ javaScriptEnabled }), await somebody({ javaScriptEnabled })]
    const { path } = await openPlan({ app, home, rep, champion })
    await rep.goto(path)
    await rep.getByRole('link', { name: /^Edit/ }).first().click()
    await rep.getByLabel('Description').fill('Needs **two** signatures.\n\n<script>alert(1)</script>')
    await rep.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(rep).toHaveURL(/#task-/)
    const taskId = /#task-([\w-]+)/.exec(rep.url())?.[1] ?? ''
    const page = `${path}/tasks/${taskId}/view`
    await champion.goto(page)
    const description = champion.getByRole('region', { name: 'Description' })
    await expect(description.locator('strong')).toHaveText('two')
    await expect(description.getByText('<script>alert(1)</script>')).toBeVisible()

    const files = champion.getByRole('region', { name: 'Links and files' })
    await files.getByText('Add a file').focus()
    await champion.keyboard.press('Enter')
    await files.getByLabel('File').setInputFiles(pdf(umlauts))
    await files.getByRole('button', { name: 'Add file' }).focus()
    await champion.keyboard.press('Enter')
    await expect(files.getByRole('link', { name: umlauts })).toBeVisible()
    await expect(champion).toHaveURL(/\/view#files$/)

    const refused = async (file: ReturnType<typeof pdf>, message: RegExp) => {
      await files.getByText('Add a file').click()
      await files.getByLabel('File').setInputFiles(file)
      await files.getByRole('button', { name: 'Add file' }).click()
      await expect(champion.getByRole('heading', { name: 'Add a file' })).toBeVisible()
      await expect(champion.getByText(message).first()).toBeVisible()
      await expect(champion.getByLabel('File')).toHaveAttribute('aria-invalid', 'true')
    }
    await refused({ ...pdf('offer.html'), mimeType: 'application/pdf' }, /“offer\.html” can’t be added/)
    if (javaScriptEnabled) await check(champion, 'a refused file')
    await champion.goto(page)
    await refused(pdf('large.pdf', 10 * 1024 * 1024 + 1), /This file is too large. The maximum is 10 MB/)
    // The form on that page works as well.
    await champion.getByLabel('File').setInputFiles(pdf('second.pdf'))
    await champion.getByRole('button', { name: 'Add file' }).click()
    await expect(files.getByRole('link', { name: 'second.pdf' })).toBeVisible()

    await files.getByText('Add a link').click()
    await files.getByLabel('Web address').fill('brightline.example/offer')
    await files.getByRole('button', { name: 'Add link' }).click()
    await expect(files.getByRole('link', { name: 'brightline.example/offer' })).toHaveAttribute('rel', /nofollow/)
    if (javaScriptEnabled) await check(champion, 'links and files of a task')

    await rep.goto(page)
    const own = rep.getByRole('region', { name: 'Links and files' })
    const saving = rep.waitForEvent('download')
    await own.getByRole('link', { name: umlauts }).click()
    const saved = await saving
    expect(saved.suggestedFilename()).toBe(umlauts)
    expect((await readFile(await saved.path())).equals(pdf(umlauts).buffer)).toBe(true)

    await own.getByRole('button', { name: `Remove ${umlauts}` }).click()
    await expect(own.getByRole('link', { name: umlauts })).toHaveCount(0)
    await own.getByRole('button', { name: `Restore ${umlauts}` }).click()
    await expect(own.getByRole('link', { name: umlauts })).toBeVisible()
  })
}
