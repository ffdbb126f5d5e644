import { Avatar, Mark } from '#app/ui/marks.tsx'
import { Name } from '#app/ui/name.tsx'
import { useMenu } from '#app/ui/use-menu.ts'
import { hereNowWords } from './presence-words.ts'
import type { ToldPresence } from './told-presence.ts'

/** How many stand in the head with their initials; the list has all who are told by name. */
const mostShown = 4

/** The initials of those who have the plan open; a press lists their names. */
export function HereNowList({ people, more }: Pick<ToldPresence, 'people' | 'more'>) {
  const { box, button, isOpen, menuId, toggle, onBlur } = useMenu()
  // No place is spent on "+1" that the one person could take.
  const shown = people.length + more <= mostShown + 1 ? people : people.slice(0, mostShown)
  const left = people.length + more - shown.length
  return (
    <div ref={box} className="here-now" onBlur={onBlur}>
      <button
        ref={button}
        type="button"
        aria-label={hereNowWords.label(
          people.map(({ name }) => name),
          more,
        )}
        aria-expanded={isOpen}
        aria-controls={isOpen ? menuId : undefined}
        onClick={toggle}
      >
        {shown.map(({ name, side }, at) => (
          <Avatar key={at} name={name} side={side} />
        ))}
        {left > 0 && <span className="av">{hereNowWords.uncounted(left)}</span>}
        <span className="here-words">{hereNowWords.here}</span>
      </button>
      {isOpen && (
        <ul id={menuId} className="bar-menu" aria-label={hereNowWords.title}>
          {people.map(({ name, side }, at) => (
            <li key={at}>
              <Mark side={side} />
              <Name>{name}</Name>
            </li>
          ))}
          {more > 0 && <li>{hereNowWords.more(more)}</li>}
        </ul>
      )}
    </div>
  )
}
