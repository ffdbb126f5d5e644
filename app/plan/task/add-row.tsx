import { type ComponentType, type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { PlanLinks } from '#app/kit/paths.ts'
import { useAction } from '#app/ui/drawn-for.ts'
import { type FormReply, oneValue, postedValue, replyTo } from '#app/ui/form-reply.ts'
import { refusalWords } from '#app/ui/form-words.ts'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import type { MilestoneView } from '../view/plan-view.ts'
import { addTaskWords } from '../view/plan-words.ts'
import type { PlanFrame } from '../view/plan-frame.ts'
import { newTaskFor, standingRowWords } from './add-row-words.ts'
import { titlesOf } from './add-row-values.ts'
import type { NewTaskTerms, TypedEntry, TypedTasksProps } from './typed-tasks.tsx'

export type AddRowProps = {
  plan: PlanFrame
  milestone: MilestoneView
  links: PlanLinks
  /** The page's. */
  formKey: string
  /** What the last plain post of the page was answered. */
  reply?: FormReply | null | undefined
}

/** The form of all rows on a page: each row's button posts its milestone and, among the fields, what was typed there. See `add-row-values.ts`. */
export function AddRowsForm({ action, formKey }: { action: string; formKey: string }) {
  return (
    <form id={formId} method="post" action={useAction(action)}>
      <HiddenFields values={{ intent: 'add-tasks', pageKey: formKey }} />
    </form>
  )
}

const formId = 'add-tasks'

/** What sends titles and offers the rest, loaded when someone comes to the row or something waits in it. */
const loadTypedTasks = () => import('./typed-tasks.tsx')

/**
 * The row that always stands below the tasks of a milestone: type, Enter, next; several lines add several. Without script its button posts a plain
 * form. What is light stands here, since the page has it once for each milestone; all else is loaded once the row is used.
 */
export function AddRow({ plan, milestone, links, formKey, reply }: AddRowProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const posted = replyTo(reply, 'add-tasks', { milestoneId: milestone.id })
  const [text, setText] = useState(oneValue(postedValue(replyTo(reply, 'add-tasks'), titlesOf(milestone.id)), ''))
  const [refusal, setRefusal] = useState(refusalWords(posted))
  const [terms, setTerms] = useState<NewTaskTerms | null>(null)
  const [queue, setQueue] = useState<readonly TypedEntry[]>([])
  const [made, setMade] = useState(0)
  const [hasFocus, setFocus] = useState(false)
  const [isUsed, setUsed] = useState(false)
  const [TypedTasks, setTypedTasks] = useState<ComponentType<TypedTasksProps>>()
  /** Whether the rest could not be loaded: the form is posted as it is without script. */
  const [isPlain, setPlain] = useState(false)
  const saidId = `add-said-${milestone.id}`
  const isEmpty = text === '' && queue.length === 0
  // What is on its way keeps the rest there until it has arrived, whatever is pressed.
  const isOpen = queue.length > 0 || (isUsed && (hasFocus || text !== ''))
  const isWanted = hasFocus || isUsed || queue.length > 0
  useEffect(() => {
    // The browser may have restored a text, and the focus may be older than the script: there is no event for them.
    setText((text) => field.current?.value ?? text)
    setFocus(document.activeElement === field.current)
  }, [])
  useEffect(() => {
    if (!isWanted) return
    loadTypedTasks().then(
      (it) => setTypedTasks(() => it.TypedTasks),
      () => setPlain(true),
    )
  }, [isWanted])
  useEffect(() => {
    // Each task that arrives moves the row down.
    if (document.activeElement === field.current) field.current?.scrollIntoView({ block: 'nearest' })
  }, [milestone.tasks.length])
  useEffect(() => {
    if (!isPlain || queue.length === 0 || !field.current) return
    // With what was typed since.
    field.current.value = [joined(queue), field.current.value].filter(Boolean).join('\n')
    field.current.form?.requestSubmit(button.current)
  }, [isPlain, queue])

  function onBlur({ currentTarget, relatedTarget }: FocusEvent) {
    if (currentTarget.contains(relatedTarget)) return
    setFocus(false)
    if (isEmpty) setUsed(false)
  }

  function add() {
    if (text.trim() === '') return
    const entry = { key: `${formKey}:add-tasks:${milestone.id}:${made}`, text, terms }
    // One before it may have arrived since this was drawn.
    setQueue((queue) => [...queue, entry])
    setMade(made + 1)
    setText('')
    setRefusal(undefined)
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing || event.shiftKey) return
    if (event.key === 'Enter') {
      event.preventDefault()
      add()
    }
    if (event.key === 'Escape' && text === '') setUsed(false)
  }

  return (
    <div className={isOpen ? 'add-row is-open' : 'add-row'} onFocus={() => setFocus(true)} onBlur={onBlur}>
      <div className="add-fields">
        <textarea
          ref={field}
          form={formId}
          name={titlesOf(milestone.id)}
          rows={Math.min(text.split('\n').length, 8)}
          dir="auto"
          aria-label={newTaskFor(milestone.title)}
          placeholder={standingRowWords.placeholder}
          aria-invalid={Boolean(refusal) || undefined}
          aria-describedby={refusal && saidId}
          value={text}
          onPointerDown={() => setUsed(true)}
          onChange={(event) => {
            setUsed(true)
            setText(event.target.value)
          }}
          onKeyDown={onKeyDown}
        />
        <button
          ref={button}
          form={formId}
          name="milestoneId"
          value={milestone.id}
          className="btn"
          aria-label={addTaskWords(milestone.title)}
          onClick={(event) => {
            if (isPlain) return
            event.preventDefault()
            add()
            field.current?.focus()
          }}
        >
          {standingRowWords.add}
        </button>
        {refusal && (
          <p id={saidId} role="alert">
            {refusal}
          </p>
        )}
        {TypedTasks && isOpen && (
          <TypedTasks
            {...{ plan, milestone, links, text, terms, queue }}
            onTerms={setTerms}
            onAdded={() => setQueue((queue) => queue.slice(1))}
            onRefused={(words) => {
              setRefusal(words)
              setText((typed) => [joined(queue), typed].filter(Boolean).join('\n'))
              setQueue([])
            }}
          />
        )}
      </div>
    </div>
  )
}

const joined = (queue: readonly TypedEntry[]) => queue.map(({ text }) => text).join('\n')
