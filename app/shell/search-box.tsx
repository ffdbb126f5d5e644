import { Form } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { searchBounds } from '#app/kit/limits.ts'
import { frameWords } from './frame-words.ts'

/**
 * Looks for what is typed, on every page of a member. Ctrl+K leads into it, where no plan's own search has that key: a key alone would set it off
 * while someone dictates (WCAG 2.1.4).
 */
export function SearchBox() {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'k' || event.ctrlKey === event.metaKey || event.altKey || event.shiftKey) return
      if (event.defaultPrevented || document.querySelector('dialog[open], [data-palette]')) return
      event.preventDefault()
      field.current?.focus()
      field.current?.select()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <Form method="get" action="/search" role="search" className="search-box">
      <button type="submit" aria-label={frameWords.searchAll}>
        <SearchIcon />
      </button>
      <input
        ref={field}
        type="search"
        name="q"
        aria-label={frameWords.searchField}
        placeholder={frameWords.search}
        autoComplete="off"
        dir="auto"
        maxLength={searchBounds.letters}
      />
    </Form>
  )
}

export const SearchIcon = () => (
  <svg className="search-icon" viewBox="0 0 16 16" aria-hidden>
    <circle cx="7" cy="7" r="5" />
    <path d="M10.7 10.7 14.5 14.5" />
  </svg>
)
