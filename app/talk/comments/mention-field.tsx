import { type KeyboardEvent, type SyntheticEvent, useEffect, useId, useState } from 'react'
import { Mark } from '#app/ui/marks.tsx'
import { TextArea, type TextAreaProps } from '#app/ui/text-field.tsx'
import type { MentionablePerson } from '../core/conversation-view.ts'
import { type TypedMention, suggestionsFor, typedMention } from './mention-suggestions.ts'
import { mentionFieldWords, mentionText } from './comment-words.ts'

type Open = TypedMention & { area: HTMLTextAreaElement }

/**
 * A text in which people can be mentioned: after an @, script offers the names on the plan. Without it, a name is typed. Arrow keys
 * choose, Enter or Tab takes, Escape closes.
 */
export function MentionField({ people, ...field }: TextAreaProps & { people: readonly MentionablePerson[] }) {
  const listId = useId()
  const [open, setOpen] = useState<Open | null>(null)
  const [active, setActive] = useState(0)
  const found = open ? suggestionsFor(people, open.text) : []
  const optionId = (at: number) => `${listId}-${at}`
  useAnnouncedList(open?.area, found.length > 0 ? { listId, optionId: optionId(active) } : null)

  const look = (event: SyntheticEvent<HTMLDivElement>) => {
    const area = event.target
    if (!(area instanceof HTMLTextAreaElement)) return
    const typed = typedMention(area.value, area.selectionEnd)
    setOpen(typed && { ...typed, area })
    setActive(0)
  }
  const take = (person: MentionablePerson | undefined) => {
    if (!open || !person) return
    const { area, at, text } = open
    area.setRangeText(mentionText(person.name), at, at + 1 + text.length, 'end')
    setOpen(null)
    area.focus()
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (found.length === 0 || event.nativeEvent.isComposing) return
    const steps: Record<string, () => void> = {
      ArrowDown: () => setActive((active + 1) % found.length),
      ArrowUp: () => setActive((active + found.length - 1) % found.length),
      Enter: () => take(found[active]),
      Tab: () => take(found[active]),
      Escape: () => setOpen(null),
    }
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    step()
  }
  return (
    <div
      className="mention-field"
      role="presentation"
      onInput={look}
      onKeyDown={onKeyDown}
      onBlur={() => setOpen(null)}
    >
      <TextArea {...field} />
      {found.length > 0 && (
        <ul className="mention-list" role="listbox" id={listId} aria-label={mentionFieldWords.people}>
          {found.map((person, at) => (
            <li
              key={person.name}
              id={optionId(at)}
              role="option"
              aria-selected={at === active}
              // Before the text loses the focus.
              onPointerDown={(event) => {
                event.preventDefault()
                take(person)
              }}
            >
              <Mark side={person.side} /> {person.name}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Ties the list to its text for screen readers, while it is open. */
function useAnnouncedList(area: HTMLTextAreaElement | undefined, list: { listId: string; optionId: string } | null) {
  const { listId, optionId } = list ?? {}
  useEffect(() => {
    if (!area || !listId || !optionId) return undefined
    area.setAttribute('aria-autocomplete', 'list')
    area.setAttribute('aria-controls', listId)
    area.setAttribute('aria-activedescendant', optionId)
    return () => {
      for (const name of ['aria-autocomplete', 'aria-controls', 'aria-activedescendant']) area.removeAttribute(name)
    }
  }, [area, listId, optionId])
}
