import { useScripted } from '#app/ui/use-scripted.ts'

/** Opens the browser's print dialog. Without script there is nothing to press: the browser's own menu prints as well. */
export function PrintButton({ className }: { className?: string }) {
  if (!useScripted()) return null
  return (
    <button type="button" className={className} onClick={() => window.print()}>
      Print
    </button>
  )
}
