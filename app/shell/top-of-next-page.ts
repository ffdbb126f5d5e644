import { useLocation, useNavigationType } from '@remix-run/react'
import { useEffect, useLayoutEffect, useRef } from 'react'

/** Before the page is drawn; a server draws none, and React warns of layout effects there. */
const useBeforeDrawing = typeof document === 'undefined' ? useEffect : useLayoutEffect

/** Another page starts at its top, also where a form led to it: forms leave the reader where they are on the page they come back to. */
export function useTopOfNextPage() {
  const { pathname, hash } = useLocation()
  const isBack = useNavigationType() === 'POP'
  const shown = useRef(pathname)
  useBeforeDrawing(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    // Back and forward return to where the reader was, an address with a place in it to that place.
    if (!isBack && hash === '') window.scrollTo(0, 0)
  }, [pathname, hash, isBack])
}
