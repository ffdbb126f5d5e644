import { expect, test } from 'vitest'
import { type Sources, readSources } from './sources.ts'

/** Whose tab is not named after its page and its plan: the plan itself, and what is kept about a participant, on all their plans. */
const named = ['plan/page/plan.page.tsx', 'workspace/participants-own-data.page.tsx']

/** Pages of a plan whose tab leaves out the plan: `pageTitle(words.title)` instead of `pageTitle(words.title, project)`. */
function findNameless(sources: Sources): string[] {
  const routes = sources.get('app/routes.ts') ?? ''
  const pages = [...routes.matchAll(/'plans\/:planId[^']*',\s*'([^']+\.page\.tsx)'/g)].map(([, file = '']) => file)
  return pages
    .filter((file) => !named.includes(file))
    .filter((file) => !/pageTitle\([^]*?\bproject,?\s*\)/.test(sources.get(`app/${file}`) ?? ''))
}

test('the tab of a plan’s page names the plan', () => {
  expect(findNameless(readSources())).toEqual([])
})

test('a page whose tab names no plan is found', () => {
  const planted = new Map([
    [
      'app/routes.ts',
      "route('plans/:planId/a', 'plan/a.page.tsx'),\nroute('plans/:planId/b', 'plan/b.page.tsx'),\nroute('plans', 'plans.page.tsx'),\n",
    ],
    ['app/plan/a.page.tsx', 'export const meta = ({ data }) => [{ title: pageTitle(words.title, data?.project) }]\n'],
    ['app/plan/b.page.tsx', 'export const meta = () => [{ title: pageTitle(words.title) }]\n'],
    ['app/plans.page.tsx', 'export const meta = () => [{ title: pageTitle(words.title) }]\n'],
  ])
  expect(findNameless(planted)).toEqual(['plan/b.page.tsx'])
})
