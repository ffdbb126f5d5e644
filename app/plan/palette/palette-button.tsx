import { Suspense, lazy, useEffect, useState } from 'react'
import { useScripted } from '#app/ui/use-scripted.ts'
import type { PlanView } from '../view/plan-view.ts'
import { onOpenPalette, openPalette } from './open-palette.ts'
import { paletteWords } from './palette-words.ts'

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }))

/** Opens the search for tasks and commands, which Ctrl+K does, too; where script runs. */
export function PaletteButton({ plan }: { plan: PlanView }) {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'k' || event.ctrlKey === event.metaKey || event.altKey || event.shiftKey) return
      // Not over another dialog, which waits for an answer.
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', onKeyDown)
    const end = onOpenPalette(() => setOpen(true))
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      end()
    }
  }, [])
  if (!useScripted()) return null
  return (
    <>
      <button type="button" data-palette onClick={openPalette}>
        {paletteWords.title}
      </button>
      {isOpen && (
        <Suspense>
          <Palette plan={plan} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
