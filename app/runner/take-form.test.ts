import { describe, expect, test } from 'vitest'
import { asReply, takeForm } from './take-form.server.ts'
import { Refusal } from './refusal.ts'

const posted = (...pairs: [string, string][]) =>
  new Request('http://firstwin.example/page', { method: 'POST', body: new URLSearchParams(pairs) })

const handlers = { save: async () => 'saved', test: async () => 'tested' }

/** How the error page is asked for. */
const page = (status: number) => expect.objectContaining({ init: expect.objectContaining({ status }) as object })

describe('a posted form', () => {
  test('goes to the handler that its intent names, with what was posted', async () => {
    const request = posted(['intent', 'save'], ['title', 'Legal review'])
    expect(await takeForm(request, { ...handlers, save: async ({ title }) => title })).toBe('Legal review')
  })

  test.each([
    ['unknown', ['intent', 'remove']],
    ['missing', ['title', 'Legal review']],
    ['empty', ['intent', '']],
    ['one that every object has', ['intent', 'constructor']],
  ] as [string, [string, string]][])('is refused where its intent is %s', async (_, pair) => {
    await expect(takeForm(posted(pair), handlers)).rejects.toEqual(page(400))
  })

  test('is refused where it names two intents', async () => {
    await expect(takeForm(posted(['intent', 'save'], ['intent', 'test']), handlers)).rejects.toEqual(page(400))
  })

  test('without an intent means what its page says, a wrong intent never does', async () => {
    expect(await takeForm(posted(['email', 'a@b.example']), handlers, { unnamed: 'save' })).toBe('saved')
    await expect(takeForm(posted(['intent', 'remove']), handlers, { unnamed: 'save' })).rejects.toEqual(page(400))
  })
})

describe('a refusal of the handler', () => {
  const refused = { save: () => Promise.reject(new Refusal(422, 'A title is needed.')) }

  test('is a page', async () => {
    await expect(takeForm(posted(['intent', 'save']), refused)).rejects.toEqual(page(422))
  })

  test('is a reply to the same form, with what was typed, where the page shows one', async () => {
    const request = posted(['intent', 'save'], ['title', ' '])
    expect(await takeForm(request, { save: asReply(request, refused.save) })).toMatchObject({
      data: { status: 'invalid', message: 'A title is needed.', values: { title: ' ' } },
    })
  })
})
