import { createContext, useContext } from 'react'
import { useLocation } from '@remix-run/react'

/** The session that a page was rendered for, where the browser has several; forms name it, even if other tabs switch. */
export const DrawnFor = createContext<string | null>(null)

/** Where a form posts to, with the session it belongs to. */
export function useAction(action: string | undefined): string | undefined {
  const drawnFor = useContext(DrawnFor)
  const { pathname, search } = useLocation()
  if (drawnFor === null) return action
  const [path = '', query = ''] = (action ?? `${pathname}${search}`).split('?')
  const params = new URLSearchParams(query)
  params.set('as', drawnFor)
  return `${path}?${params.toString()}`
}
