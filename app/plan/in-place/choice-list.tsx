import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Option, OptionGroup } from '#app/ui/option.ts'
import { choiceByKey, matchingChoices } from './matching-choices.ts'
import { typeWords } from './cell-words.ts'

/** Where the focus goes after a choice. */
export type PickWay = 'back' | 'next' | 'before'

export type ChoiceListProps = {
  label: string
  groups: readonly OptionGroup[]
  value: string
  /** What a text that is typed can become, such as someone who is not in the list; without it nothing is typed. */
  offer?: (typed: string) => readonly Option[]
  /** What was typed before. */
  begun?: string
  isLoading?: boolean
  onPick: (value: string, typed: string, way: PickWay) => void
}

/** One choice of a list that is open at once: arrows or letters find it, Enter, Tab or a press takes it. */
export function ChoiceList({ label, groups, value, offer, begun = '', isLoading = false, onPick }: ChoiceListProps) {
  const id = useId()
  const [typed, setTyped] = useState(begun)
  const [moved, setMoved] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const text = typed.trim()
  const found = [...matchingChoices(groups, offer ? text : ''), { label: '', options: offer?.(text) ?? [] }]
  const options = found.flatMap((group) => group.options)
  const isThere = (wanted: string | null) => options.some((option) => option.value === wanted)
  const active = isThere(moved) ? moved : text === '' && isThere(value) ? value : (options[0]?.value ?? null)
  const idOf = (option: string) => `${id}-${options.findIndex((each) => each.value === option)}`
  useEffect(() => {
    list.current?.querySelector('.is-active')?.scrollIntoView({ block: 'nearest' })
  }, [active])

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const next = choiceByKey(options, active, event.key, offer === undefined)
    if (next !== null) {
      event.preventDefault()
      setMoved(next)
    }
    // Tab takes along what was looked for; who only looked changes nothing.
    const isTaken = event.key === 'Enter' || (event.key === 'Tab' && (moved !== null || text !== ''))
    if (!isTaken) return
    event.preventDefault()
    if (active !== null) onPick(active, text, event.key === 'Enter' ? 'back' : event.shiftKey ? 'before' : 'next')
  }

  const control = {
    'aria-label': label,
    'aria-activedescendant': active === null ? undefined : idOf(active),
    onKeyDown,
  }
  const drawn = found
    .filter((group) => group.options.length > 0)
    .map((group) => (
      <div key={group.label} role="group" aria-label={group.label || undefined}>
        {group.label && <small aria-hidden="true">{group.label}</small>}
        {group.options.map((option) => (
          // Keys are answered by what has the focus.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={option.value}
            id={idOf(option.value)}
            role="option"
            tabIndex={-1}
            aria-selected={option.value === value}
            className={option.value === active ? 'is-active' : undefined}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(option.value, text, 'back')}
          >
            {option.text}
          </div>
        ))}
      </div>
    ))
  if (!offer)
    return (
      <div {...control} ref={list} className="choices" role="listbox" tabIndex={0}>
        {drawn}
      </div>
    )
  return (
    <>
      <input
        {...control}
        role="combobox"
        aria-expanded={options.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-busy={isLoading || undefined}
        autoComplete="off"
        dir="auto"
        placeholder={typeWords(isLoading)}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setMoved(null)
        }}
      />
      <div ref={list} id={`${id}-list`} className="choices" role="listbox" aria-label={label}>
        {drawn}
      </div>
    </>
  )
}
