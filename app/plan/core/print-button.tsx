import { useSearchParams } from '@remix-run/react'
import { PageLink } from '#app/ui/page-link.tsx'
import { useScripted } from '#app/ui/use-scripted.ts'
import { printTasksWords, printWords } from './print-words.ts'

/** Opens the browser's print dialog. Without script there is nothing to press: the browser's own menu prints as well. */
export function PrintButton({ className }: { className?: string }) {
  if (!useScripted()) return null
  return (
    <button type="button" className={className} onClick={() => window.print()}>
      {printWords.print}
    </button>
  )
}

/**
 * What the reader's side keeps to itself is printed only for readers who ask for it: by a button, without JavaScript by an address of its own, on which
 * the browser's menu prints it.
 */
export function PrintWithPrivate({ words = printTasksWords }: { words?: typeof printTasksWords }) {
  const isScripted = useScripted()
  const [search] = useSearchParams()
  const isAsked = search.get('print') === 'private'
  const other = new URLSearchParams(search)
  if (isAsked) other.delete('print')
  else other.set('print', 'private')
  if (isScripted && !isAsked)
    return (
      <button type="button" onClick={printWithPrivate}>
        {words.withPrivate}
      </button>
    )
  return (
    <>
      {isAsked && <span data-print-private hidden />}
      <PageLink to={`?${other}`} preventScrollReset>
        {isAsked ? words.withoutPrivate : words.withPrivate}
      </PageLink>
    </>
  )
}

function printWithPrivate(): void {
  const { dataset } = document.body
  dataset['printPrivate'] = ''
  window.addEventListener('afterprint', () => delete dataset['printPrivate'], { once: true })
  window.print()
}
