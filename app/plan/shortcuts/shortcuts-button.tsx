import { Suspense, lazy, useState } from 'react'
import { useScripted } from '#app/ui/use-scripted.ts'
import { shortcutListWords } from './shortcut-words.ts'

const ShortcutList = lazy(async () => ({ default: (await import('./shortcut-list.tsx')).ShortcutList }))

/** Leads to the list of keys, where script runs; its stylesheet leaves it out where there is no keyboard to expect. */
export function ShortcutsButton() {
  const [isListed, setListed] = useState(false)
  if (!useScripted()) return null
  return (
    <>
      <button type="button" className="shortcuts-button" onClick={() => setListed(true)}>
        {shortcutListWords.title}
      </button>
      {isListed && (
        <Suspense>
          <ShortcutList onClose={() => setListed(false)} />
        </Suspense>
      )}
    </>
  )
}
