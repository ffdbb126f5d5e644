import { createContext, useContext } from 'react'
import { useLocation } from '@remix-run/react'

/** The session that a page was rendered for, where the browser has several; forms name it, even if other tabs switch. */
export const DrawnFor = createContext<string | null>(null)

/** Where the forms of a part that stands on another page post to, unless they say so themselves. */
export const PostsTo = createContext<string | undefined>(undefined)

/** Where a form posts to, with the session it belongs to. */
export function useAction(given: string | undefined): string | undefined {
  const postsTo = useContext(PostsTo)
  const action = given ?? postsTo
  const drawnFor = useContext(DrawnFor)
  const { pathname, search } = useLocation()
  if (drawnFor === null) return action
  const [path = '', query = ''] = (action ?? `${pathname}${search}`).split('?')
  const params = new URLSearchParams(query)
  params.set('as', drawnFor)
  return `${path}?${params.toString()}`
}
