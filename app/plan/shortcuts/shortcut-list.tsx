import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '#app/ui/button.tsx'
import { shortcutListWords, shortcutsWords } from './shortcut-words.ts'

/**
 * Lists the keys that work on the plan. Closed by its button and by Escape; the focus goes back by itself. It is drawn at the end of the page, out of
 * reach of the stylesheet of whatever opened it.
 */
export function ShortcutList({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return createPortal(
    <dialog ref={dialog} className="dialog" aria-label={shortcutListWords.title} onClose={onClose}>
      <h2>{shortcutListWords.title}</h2>
      <p>{shortcutListWords.where}</p>
      <table className="shortcuts">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{shortcutListWords.keys}</th>
            <th scope="col">{shortcutListWords.action}</th>
          </tr>
        </thead>
        <tbody>
          {shortcutsWords.map(({ keys, action }) => (
            <tr key={action}>
              <td>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </td>
              <td>{action}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button tone="main" onClick={() => dialog.current?.close()}>
        {shortcutListWords.close}
      </Button>
    </dialog>,
    document.body,
  )
}
