import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { paths, planLinks } from '#app/kit/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { choiceByKey } from '../in-place/matching-choices.ts'
import type { PlanView } from '../view/plan-view.ts'
import { findCommands, giveCommand, unfold } from './find-commands.ts'
import { matchingEntries } from './matching-entries.ts'
import { entryKindWords, paletteWords } from './palette-words.ts'

type Entry = { value: string; text: string; kind: keyof typeof entryKindWords; run: () => void }

/**
 * Finds a task, a milestone or a command of the page by what is typed. Arrows go through the list, Enter takes what is marked, Escape gives
 * the focus back. It is drawn at the end of the page, out of reach of other stylesheets.
 */
export function Palette({ plan, onClose }: { plan: PlanView; onClose: () => void }) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const taken = useRef<Entry | null>(null)
  const [typed, setTyped] = useState('')
  const [moved, setMoved] = useState<string | null>(null)
  const entries = useEntries(plan)
  const wanted = typed.trim()
  // What members may look for elsewhere comes last.
  const elsewhere = plan.viewer.side === 'vendor' && wanted !== '' ? [searchEverywhere(wanted)] : []
  const found = [...matchingEntries(entries, typed), ...elsewhere]
  const active = found.find(({ value }) => value === moved) ?? found[0]
  const idOf = (value: string) => `${id}-${value}`
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    list.current?.querySelector('.is-active')?.scrollIntoView({ block: 'nearest' })
  }, [active])

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const next = choiceByKey(found, active?.value ?? null, event.key, false)
    if (next !== null) {
      event.preventDefault()
      setMoved(next)
    }
    if (event.key !== 'Enter') return
    event.preventDefault()
    take(active)
  }
  function take(entry: Entry | undefined) {
    if (!entry) return
    taken.current = entry
    dialog.current?.close()
  }
  function close() {
    onClose()
    // Once the dialog has given the focus back.
    taken.current?.run()
  }

  return createPortal(
    <dialog ref={dialog} className="dialog palette" aria-label={paletteWords.title} onClose={close}>
      <div className="palette-field">
        <input
          role="combobox"
          aria-label={paletteWords.title}
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active && idOf(active.value)}
          autoComplete="off"
          dir="auto"
          placeholder={paletteWords.hint}
          value={typed}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setTyped(event.target.value)
            setMoved(null)
          }}
        />
        <Button onClick={() => dialog.current?.close()}>{paletteWords.close}</Button>
      </div>
      <div ref={list} id={`${id}-list`} className="palette-list" role="listbox" aria-label={paletteWords.title}>
        {found.map((entry) => (
          // Keys are answered by the field, which keeps the focus.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={entry.value}
            id={idOf(entry.value)}
            role="option"
            tabIndex={-1}
            aria-selected={entry === active}
            className={entry === active ? 'is-active' : undefined}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(entry)}
          >
            <bdi>{entry.text}</bdi> <small>{entryKindWords[entry.kind]}</small>
          </div>
        ))}
      </div>
      <p role="status">{found.length === 0 && paletteWords.none}</p>
    </dialog>,
    document.body,
  )
}

const searchEverywhere = (typed: string): Entry => ({
  value: 'everywhere',
  text: paletteWords.everywhere(typed),
  kind: 'search',
  run: () => location.assign(paths.search({ q: typed })),
})

/** Everything that can be found, as the page stood when the palette was opened. */
function useEntries(plan: PlanView): readonly Entry[] {
  const [commands] = useState(() => findCommands(document))
  return useMemo(() => {
    const links = planLinks(plan.id)
    const go = (rowId: string, page: string) => () => {
      const link = document.getElementById(rowId)?.querySelector<HTMLElement>('a[href]')
      // Not among the reader's own tasks, where the plan shows these alone.
      if (!link) return location.assign(page)
      unfold(link)
      link.scrollIntoView({ block: 'center' })
      link.focus({ preventScroll: true })
    }
    const milestones = plan.stages.flatMap((stage) => stage.milestones)
    return [
      ...commands.map((command, at): Entry => {
        return { value: `command-${at}`, text: command.text, kind: 'command', run: () => giveCommand(command) }
      }),
      ...milestones.flatMap(({ id, title, tasks }): Entry[] => [
        { value: id, text: title, kind: 'milestone', run: go(`point-${id}`, links.milestonePage(id)) },
        ...tasks
          .filter(({ hidden }) => !hidden)
          .map((task): Entry => {
            return {
              value: task.id,
              text: task.title,
              kind: 'task',
              run: go(`task-${task.id}`, links.taskPage(task.id)),
            }
          }),
      ]),
    ]
  }, [commands, plan])
}
