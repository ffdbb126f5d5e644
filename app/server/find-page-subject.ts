import { uuidFormat } from '#app/kit/ids.ts'
import { readPage } from '#app/kit/list-page.ts'
import { boardPath, readBoardFilter } from '#app/references/board/board-filter.ts'
import { plansPath, readPlansFilter } from '#app/portfolio/plans-filter.ts'
import { readPlansPage, writePlansPage } from '#app/portfolio/plans-page.ts'
import type { PageSubject } from './page-revision.server.ts'

/** Each as a document, and as the data that an open page asks for, when it follows a plan or leads to another page. */
const pageOfPlan = new RegExp(
  `^/plans/(${uuidFormat})(?:(?:\\.data)?(?:\\?show=mine)?|(?:/activity|/tasks/${uuidFormat})(?:\\.data)?)$`,
)

/** The pages over all plans, by their paths: the address of what an address asks for, in the way that our own links write it. */
const pagesOfWorkspace: Record<string, (search: URLSearchParams) => string> = {
  '/plans': (search) => plansPath(readPlansFilter(search), writePlansPage(readPlansPage(search))),
  '/references': (search) => boardPath(readBoardFilter(search), readPage(search)),
}

/**
 * What the page at an address shows, where it may be kept. Each page has one such address, so that no one fills the memory with other
 * ways of writing it.
 * @param address path and query, as received
 */
export function findPageSubject(address: string): PageSubject | undefined {
  const planId = pageOfPlan.exec(address)?.[1]
  if (planId) return { planId }
  const [path = '', search] = address.split('?', 2)
  const written = Object.hasOwn(pagesOfWorkspace, path) && pagesOfWorkspace[path]?.(new URLSearchParams(search))
  return written === address ? 'workspace' : undefined
}
