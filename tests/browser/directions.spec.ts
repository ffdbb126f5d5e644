import type { Page } from '@playwright/test'
import { comeHome, createPlan, expect, fill, invite, newCast, newPlanFields, task, test } from './cast.ts'

/** The position of a part of the first matching text on the page. Isolating characters between letters are ignored. */
const drawnAt = (page: Page, text: string, piece: string) =>
  page.evaluate(
    ([text = '', piece = '']) => {
      const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const letters: { node: Node; at: number; letter: string }[] = []
      for (let node = nodes.nextNode(); node; node = nodes.nextNode())
        if (node.parentElement?.checkVisibility() && !node.parentElement.closest('script, style'))
          for (const [at, letter] of [...(node.textContent ?? '')].entries())
            if (!/[\u2066-\u2069\s]/.test(letter)) letters.push({ node, at, letter })
      const all = letters.map(({ letter }) => letter).join('')
      const from = all.indexOf(text.replace(/\s/g, '')) + text.replace(/\s/g, '').indexOf(piece)
      const [found] = letters.slice(from)
      if (!found || !all.includes(text.replace(/\s/g, ''))) throw new Error(`Nothing reads ${text}`)
      const range = document.createRange()
      range.setStart(found.node, found.at)
      range.setEnd(found.node, found.at + 1)
      const { left, right, top } = range.getBoundingClientRect()
      return { left, right, top: Math.round(top) }
    },
    [text, piece],
  )

/** Expects a name of Hebrew letters to run from right to left, its exclamation mark at its left, and what follows at its right. */
const expectInPlace = (page: Page, name: string, after: string) =>
  expect(async () => {
    const pieces = [name.charAt(0), name.at(-1) ?? '', after.trim().charAt(0)]
    const [first, mark, next] = await Promise.all(pieces.map((piece) => drawnAt(page, `${name}${after}`, piece)))
    if (!first || !mark || !next) throw new Error('unreachable')
    expect(mark.right, `the end of ${name} at its left`).toBeLessThanOrEqual(first.left + 1)
    if (next.top === first.top) expect(next.left, `${after} behind ${name}`).toBeGreaterThanOrEqual(first.right - 1)
  }).toPass({ timeout: 10_000 })

test('names from right to left stay whole among English words, on the page, in the activity and in emails', async ({
  home,
  mailbox,
  somebody,
}) => {
  const rep = await somebody()
  await comeHome(rep, home)
  const names = { account: 'מזון ירושלים!', project: 'סגירת חודש!', person: 'דנה! לוי', task: 'פגישת פתיחה!' }
  const path = await createPlan(rep, { ...newPlanFields(), Account: names.account, Project: names.project })
  await expectInPlace(rep, names.project, '·')
  const email = await invite(rep, mailbox, path, { name: names.person, email: newCast().champion, role: 'Champion' })

  await rep.goto(path)
  await task(rep, 'Kick-off').getByRole('link', { name: 'Edit' }).click()
  await fill(rep, { Title: names.task })
  await rep.getByRole('button', { name: 'Save', exact: true }).click()
  // Isolating characters stand around it where it is read, and not where it is edited.
  await rep
    .getByRole('group', { name: new RegExp(names.task) })
    .getByRole('link', { name: /^Edit/ })
    .click()
  await expect(rep.getByLabel('Title', { exact: true })).toHaveValue(names.task)

  await rep.goto(`${path}/activity`)
  await expectInPlace(rep, names.task, '”')

  const mail = await somebody()
  await mail.setContent(email.html)
  await expectInPlace(mail, 'דנה!', ',')
  await expectInPlace(mail, names.account, 'and')
  expect(email.subject).toContain(`\u2068${names.project}\u2069`)
})
