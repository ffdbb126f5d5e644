import { Button } from '#app/ui/button.tsx'
import type { Difference } from './difference.ts'
import { differenceSentence } from './difference-words.ts'
import { MovedList } from './moved-list.tsx'
import { previewWords } from './preview-words.ts'

/** Beside *Save*: posts the same form to be tried and not kept. */
export const PreviewButton = () => (
  <Button type="submit" name="preview" value="yes">
    {previewWords.preview}
  </Button>
)

/** What would come of a form, told where it was asked; nothing before that. */
export function PreviewResult({ shown }: { shown: Difference | null | undefined }) {
  return (
    <div role="status" className="preview">
      {shown && (
        <section aria-label={previewWords.preview}>
          <p>
            <b>{differenceSentence(shown.parts)}</b> {previewWords.notSaved}
          </p>
          <WhatMoves shown={shown} />
        </section>
      )}
    </div>
  )
}

/** The milestones and tasks that a change moves, each from when to when. */
export const WhatMoves = ({ shown: { milestones, movedFor } }: { shown: Difference }) => (
  <>
    {milestones.length > 0 && (
      <ul className="moved-list">
        {milestones.map(({ id, title, days }) => (
          <li key={id}>
            <b dir="auto">{title}</b> {days}
          </li>
        ))}
      </ul>
    )}
    {movedFor.length > 0 && <MovedList movedFor={movedFor} />}
  </>
)
