import { data } from '@remix-run/node'
import { expect, test } from 'vitest'
import { smallBuild } from '#tests/harness/small-build.ts'
import { isolatedIn, withIsolatedText } from './isolated-text.server.ts'

test('text from right to left is isolated wherever it lies, once; what programs read and all else stays as it is', () => {
  const at = new Date('2026-06-17T08:00:00Z')
  const given = {
    name: 'משה',
    plans: [
      { title: 'Kick-off', at },
      { title: 'פתיחה!', at },
    ],
    closed: '[{"why":"חג"}]',
    path: '/plans?who=משה',
  }
  const once = isolatedIn(given)
  expect(once).toEqual({
    ...given,
    name: '\u2068משה\u2069',
    plans: [
      { title: 'Kick-off', at },
      { title: '\u2068פתיחה!\u2069', at },
    ],
  })
  expect(isolatedIn(once)).toBe(once)
})

test('a text that begins like JSON and is none is for people', () => {
  for (const title of ['[דחוף] חוזה', '"פתיחה" של הפרויקט', '{חג}'])
    expect(isolatedIn(title)).toBe(`\u2068${title}\u2069`)
  for (const carried of ['"חג"', '["חג"]', '{"why":"חג"}']) expect(isolatedIn(carried)).toBe(carried)
})

test('data without such text are not copied', () => {
  const given = { plans: [{ title: 'Kick-off' }], none: null }
  expect(isolatedIn(given)).toBe(given)
})

test('pages get it so, with the status that they answer, and routes without a page do not', async () => {
  const loader = () => data({ name: 'משה' }, 201)
  const { routes } = withIsolatedText(smallBuild({ page: { loader }, 'api/v1': { loader } }))
  const page = { ...smallBuild({ page: { loader } }).routes['page'] }
  expect(await routes['api/v1']?.module.loader?.({} as never)).toMatchObject({ data: { name: 'משה' } })
  const withPage = withIsolatedText({
    ...smallBuild({}),
    routes: { page: { ...page, id: 'page', module: { loader, default: () => null } } },
  })
  expect(await withPage.routes['page']?.module.loader?.({} as never)).toMatchObject({
    data: { name: '\u2068משה\u2069' },
    init: { status: 201 },
  })
})
