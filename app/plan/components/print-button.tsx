import { useScripted } from '#app/ui/use-scripted.ts'

type PrintButtonProps = { className?: string; withPrivate?: boolean }

/**
 * Opens the browser's print dialog. Without script there is nothing to press: the browser's own menu prints as well. What the
 * reader's side keeps to itself is left out unless it is asked for.
 */
export function PrintButton({ className, withPrivate = false }: PrintButtonProps) {
  if (!useScripted()) return null
  return (
    <button type="button" className={className} onClick={() => (withPrivate ? printWithPrivate() : window.print())}>
      {withPrivate ? 'With private parts' : 'Print'}
    </button>
  )
}

function printWithPrivate(): void {
  const { dataset } = document.documentElement
  dataset['printPrivate'] = ''
  window.addEventListener('afterprint', () => delete dataset['printPrivate'], { once: true })
  window.print()
}
