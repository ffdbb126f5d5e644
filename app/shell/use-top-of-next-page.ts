import { useLocation, useNavigationType } from '@remix-run/react'
import { useEffect, useLayoutEffect, useRef } from 'react'

/** Before the page is drawn; a server draws none, and React warns of layout effects there. */
const useBeforeDrawing = typeof document === 'undefined' ? useEffect : useLayoutEffect

/** Scrolls to the top of another page, also after a form. A form that returns to the same page keeps the position. */
export function useTopOfNextPage() {
  const { pathname, hash } = useLocation()
  const isBack = useNavigationType() === 'POP'
  const shown = useRef(pathname)
  useBeforeDrawing(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    // Back and forward return to where the reader was, an address with a fragment to that element.
    if (!isBack && hash === '') window.scrollTo(0, 0)
  }, [pathname, hash, isBack])
}
