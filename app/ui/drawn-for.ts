import { createContext, useContext } from 'react'
import { useLocation } from '@remix-run/react'

/** Whose session a page was drawn in, where the browser has several; forms name it, whatever other tabs switch to meanwhile. */
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
