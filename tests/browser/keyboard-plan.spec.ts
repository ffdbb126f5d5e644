import { expect, fill, inDays, linkIn, openPlan, task, test } from './cast.ts'
import { type Act, button, carryOutAll, firstHeading, heading, nothingChanged, open, row } from './keyboard.ts'
import { sendForm } from './send-form.ts'

test('the pages of a plan can be worked through by keyboard, and say what was done', async ({
  app,
  home,
  somebody,
}) => {
  const [rep, champion] = [await somebody(), await somebody()]
  await rep.setViewportSize({ width: 1280, height: 500 })
  const { path, cast } = await openPlan({ app, home, rep, champion })
  const invite = (name: string, email: string): Act => ({
    on: `${path}/invite`,
    before: (page) => fill(page, { Name: name, Email: email }),
    press: 'Send invitation',
    says: 'Invitation sent by email.',
  })
  await carryOutAll(rep, [
    invite('Jonas Weber', cast.colleague),
    {
      on: `${path}/invite`,
      press: 'Withdraw invitation: Jonas Weber',
      focus: row('Priya Raman'),
      says: 'You withdrew the invitation to Jonas Weber.',
    },
    {
      on: `${path}/situations/new`,
      before: (page) => fill(page, { 'Job title': 'CFO', 'Critical business issue': 'Closing takes a month' }),
      press: 'Save',
      focus: heading('What we heard'),
      says: 'You added what we heard from Priya Raman.',
    },
    {
      on: `${path}/situations`,
      press: 'Share with Priya Raman',
      focus: (page) => page.getByRole('link', { name: 'Edit: Priya Raman' }),
      says: 'You shared what we heard from Priya Raman.',
    },
    {
      on: `${path}/terms`,
      before: (page) => fill(page, { 'Critical date': inDays(151) }),
      press: 'Save',
      focus: firstHeading,
      says: 'You changed the dates or the first win.',
    },
  ])
  await carryOutAll(champion, [
    invite('Jonas Weber', cast.colleague),
    invite('Lea Brandt', cast.colleague.replace('jonas.weber', 'lea.brandt')),
    {
      on: `${path}/invite`,
      press: 'Let them confirm the first win: Jonas Weber',
      focus: button('Withdraw permission to confirm: Jonas Weber'),
      says: 'You allowed Jonas Weber to confirm the first win.',
    },
    {
      on: `${path}/invite`,
      press: 'Withdraw invitation: Jonas Weber',
      focus: button('Withdraw invitation: Lea Brandt'),
      says: 'You withdrew the invitation to Jonas Weber.',
    },
    {
      on: `${path}/calendar`,
      press: 'Confirm',
      focus: firstHeading,
      says: 'You confirmed the calendar.',
    },
    {
      on: `${path}/your-data`,
      press: 'Request erasure',
      focus: heading('Erase your data'),
      says: 'You asked us to erase your data.',
    },
  ])
  await carryOutAll(rep, [
    // Later plans of the account take over its calendar, so that it stays as it is.
    { on: `${path}/calendar`, press: 'Save', focus: firstHeading, says: nothingChanged },
    {
      on: `${path}/close`,
      before: (page) => page.getByLabel('Why', { exact: true }).selectOption('postponed'),
      press: 'Close this plan',
      focus: firstHeading,
      says: 'You closed the plan without an order.',
    },
    { on: `${path}/close`, press: 'Reopen this plan', focus: firstHeading, says: 'You reopened the plan.' },
    { on: `${path}/close`, press: 'Archive this plan', focus: firstHeading, says: 'You archived the plan.' },
    {
      on: `${path}/close`,
      press: 'Restore this plan',
      focus: firstHeading,
      says: 'You restored the plan from the archive.',
    },
  ])
})

test('the champion’s own decisions can be made by keyboard, and say what was done', async ({ app, home, somebody }) => {
  const champion = await somebody()
  await champion.setViewportSize({ width: 1280, height: 500 })
  const { path, cast } = await openPlan({ app, home, champion })
  for (const [name, address] of [
    ['Lea Brandt', 'lea.brandt'],
    ['Tom Weiss', 'tom.weiss'],
  ] as const) {
    const email = cast.colleague.replace('jonas.weber', address)
    await sendForm(champion, `${path}/invite`, 'Send invitation', { Name: name, Email: email })
    const page = await somebody()
    await sendForm(page, linkIn(await app.mailbox.waitFor(email, 'invited you')), 'Continue')
    await page.goto(path)
  }
  await carryOutAll(champion, [
    {
      on: `${path}/win`,
      before: async (page) => {
        await fill(page, { 'Measured value': '1' })
        await page.getByRole('button', { name: 'Continue' }).press('Enter')
      },
      press: 'Confirm first win',
      focus: firstHeading,
      says: 'You confirmed the first win',
    },
    {
      on: path,
      press: 'Later',
      focus: (page) => page.getByRole('link', { name: 'Agree to a reference' }),
      says: 'You answered the question about a reference.',
    },
    {
      on: `${path}/reference`,
      before: (page) => page.getByRole('checkbox', { name: 'Call', exact: true }).press('Space'),
      press: 'Give consent',
      focus: firstHeading,
      says: 'You agreed to give a reference.',
    },
    {
      on: `${path}/reference`,
      before: open('Withdraw consent: Faster month-end close'),
      press: 'Withdraw consent now',
      focus: firstHeading,
      says: 'You withdrew consent to a reference.',
    },
    {
      on: `${path}/invite`,
      before: open('Remove: Lea Brandt'),
      press: 'Remove now: Lea Brandt',
      focus: (page) => page.getByLabel('Remove: Tom Weiss', { exact: true }),
      says: 'You removed Lea Brandt from the plan.',
    },
    {
      on: `${path}/invite`,
      before: open('Make champion: Tom Weiss'),
      press: 'Make champion now: Tom Weiss',
      focus: firstHeading,
      says: 'You made Tom Weiss the champion.',
    },
  ])
})

test('a conversation can be held by keyboard, and says what was done', async ({ app, home, somebody }) => {
  const champion = await somebody()
  await champion.setViewportSize({ width: 1280, height: 500 })
  const { path } = await openPlan({ app, home, champion })
  const on = `${path}/conversation`
  await carryOutAll(champion, [
    {
      on,
      before: (page) => fill(page, { 'Your question': 'Who signs for you?' }),
      press: 'Ask question',
      focus: button('Ask question'),
      says: 'You asked a question about “Faster month-end close”.',
    },
    {
      on,
      before: (page) => fill(page, { 'Write a comment': 'Our counsel is back on Monday.' }),
      press: 'Comment',
      focus: button('Comment'),
      says: 'You commented on “Faster month-end close”.',
    },
    {
      on,
      press: 'Close question',
      focus: button('Not resolved yet'),
      says: 'You closed a question about “Faster month-end close”.',
    },
    {
      on,
      press: 'Not resolved yet',
      focus: button('Close question'),
      says: 'You reopened a question about “Faster month-end close”.',
    },
  ])
})

test('without script the page that answers opens at what was done', async ({ app, home, somebody }) => {
  const rep = await somebody({ javaScriptEnabled: false })
  const { path, cast } = await openPlan({ app, home, rep })
  const acts: Act[] = [
    {
      on: `${path}/invite`,
      before: (page) => fill(page, { Name: 'Jonas Weber', Email: cast.colleague }),
      press: 'Send invitation',
      says: 'Invitation sent by email.',
    },
    {
      on: `${path}/invite`,
      press: 'Withdraw invitation: Jonas Weber',
      says: 'You withdrew the invitation to Jonas Weber.',
    },
    {
      on: '/profile',
      before: (page) => fill(page, { 'Job title': 'Rep' }),
      press: 'Save',
      says: 'You changed your job title.',
    },
    { on: '/profile', press: 'Save', says: nothingChanged },
    { on: `${path}/close`, press: 'Archive this plan', says: 'You archived the plan.' },
  ]
  for (const { on, before, press, says } of acts) {
    await rep.goto(on)
    await before?.(rep)
    await rep.getByRole('button', { name: press, exact: true }).click()
    await expect(rep.locator(':focus')).toContainText(says)
    await expect(rep.locator(':focus')).toBeInViewport()
  }
})

test('the rows of a plan are worked on by keys alone', async ({ app, home, somebody }) => {
  const rep = await somebody()
  await openPlan({ app, home, rep })
  const title = (name: string) => task(rep, name).getByRole('link', { name, exact: true })
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => rep.keyboard.press(key)), Promise.resolve())
  const list = rep.getByRole('dialog', { name: 'Keyboard shortcuts' })

  await test.step('a cell is reached by arrows, and edited', async () => {
    // The keys work once the script that the first focus asks for is there.
    await expect(async () => {
      await title('Kick-off').focus()
      await press('ArrowRight')
      await expect(task(rep, 'Kick-off').getByRole('button', { name: 'Rename Kick-off' })).toBeFocused({ timeout: 500 })
    }).toPass()
    await press('Escape', 'ArrowLeft')
    await expect(title('Kick-off')).toBeFocused()
    await press('e')
    await rep.keyboard.type('Kick-off on site')
    await press('Enter')
    await expect(title('Kick-off on site')).toBeFocused()
  })

  await test.step('a task is checked off and on again', async () => {
    await press('Space')
    await expect(task(rep, 'Kick-off on site').getByRole('button', { name: /^Mark not done/ })).toBeVisible()
    await expect(title('Kick-off on site')).toBeFocused()
  })

  await test.step('the list of keys opens and closes, and the focus comes back', async () => {
    await press('?')
    await expect(list).toBeVisible()
    await press('Escape')
    await expect(list).toBeHidden()
    await expect(title('Kick-off on site')).toBeFocused()
  })

  await test.step('the panel opens beside the plan and closes, and the focus comes back', async () => {
    await press('Enter')
    await expect(rep.getByRole('complementary', { name: 'Kick-off on site' })).toBeVisible()
    await press('Escape')
    await expect(rep.getByRole('complementary', { name: 'Kick-off on site' })).toBeHidden()
    await expect(title('Kick-off on site')).toBeFocused()
  })

  await test.step('N leads to the row of new tasks', async () => {
    await press('n')
    await rep.keyboard.type('Agree on the date')
    await press('Enter')
    await expect(task(rep, 'Agree on the date')).toBeVisible()
  })
})
