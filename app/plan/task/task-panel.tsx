import { useSearchParams } from '@remix-run/react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { planLinks } from '#app/kit/paths.ts'
import { ownCompany } from '../view/private-part.tsx'
import { visibleOnlyWords } from '../core/private-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'
import { PostsTo } from '#app/ui/drawn-for.ts'
import { useToldFields } from '../presence/use-told-fields.ts'
import type { ShownTask } from './shown-task.ts'
import { TaskActions, TaskDetail } from './task-detail.tsx'
import { notLoadedWords, taskPanelTitle, whyNotShownWords } from './task-panel-words.ts'

type TaskPanelProps<Shown extends ShownTask> = {
  planId: string
  taskId: string
  /** The number of the plan's last change that is known: with a new one the task is loaded again. */
  number: number
  /** Its files, and what was written about it. */
  talk: (shown: Shown) => ReactNode
}

/** A task beside its plan, at an address of its own: Back, Escape and its button close it, and the focus returns to its row. */
export function TaskPanel<Shown extends ShownTask>({ planId, taskId, number, talk }: TaskPanelProps<Shown>) {
  const links = planLinks(planId)
  const { shown, whyNot } = useShownTask<Shown>(links.taskBesideData(taskId), number)
  const [, setSearch] = useSearchParams()
  const heading = useRef<HTMLHeadingElement>(null)
  const isHere = shown?.task.id === taskId
  useEffect(() => heading.current?.focus({ preventScroll: true }), [isHere])
  useFocusBack(taskId)
  const told = useToldFields(links.editing, taskId)
  const close = () =>
    setSearch(
      (search) => {
        search.delete('task')
        return search
      },
      { preventScrollReset: true },
    )
  const title = isHere ? shown.task.title : taskPanelTitle
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape, wherever the focus is within
    <aside
      className="task-panel no-print"
      aria-label={title}
      aria-busy={(!isHere && !whyNot) || undefined}
      {...told}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        close()
      }}
    >
      <header>
        <h2 ref={heading} tabIndex={-1}>
          <bdi>{title}</bdi>
        </h2>
        <button type="button" className="btn quiet" aria-label={buttonWords.close} onClick={close}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M4 4l8 8M12 4l-8 8" />
          </svg>
        </button>
      </header>
      {whyNot && <p role="alert">{whyNot}</p>}
      {isHere && (
        <PostsTo.Provider value={`${links.taskPage(taskId)}?beside=yes`}>
          {shown.task.privateTo !== null && <p className="soft">{visibleOnlyWords(ownCompany(shown))}</p>}
          <TaskActions shown={shown} />
          <TaskDetail key={taskId} shown={shown} talk={talk(shown)} />
        </PostsTo.Provider>
      )}
    </aside>
  )
}

type Loaded<Shown> = { url: string; shown: Shown | null; whyNot: string | null }

/** The task, again with each change of its plan. What is shown stays where it cannot be loaded again. */
function useShownTask<Shown extends ShownTask>(url: string, number: number): Omit<Loaded<Shown>, 'url'> {
  const [loaded, setLoaded] = useState<Loaded<Shown>>({ url, shown: null, whyNot: null })
  useEffect(() => {
    const asking = new AbortController()
    fetch(url, { signal: asking.signal, headers: { accept: 'application/json' } })
      .then(async (response) => {
        if (response.ok) return setLoaded({ url, shown: (await response.json()) as Shown, whyNot: null })
        setLoaded((before) => ({
          url,
          shown: response.status === 404 ? null : before.shown,
          whyNot: whyNotShownWords(response.status),
        }))
      })
      // Also where the answer is cut off, or no longer wanted, while it is read.
      .catch(() => {
        if (!asking.signal.aborted) setLoaded((before) => ({ ...before, url, whyNot: notLoadedWords }))
      })
    return () => asking.abort()
  }, [url, number])
  return loaded.url === url ? loaded : { shown: null, whyNot: null }
}

/** When the panel is closed, the focus goes to the row of the task that it showed last. */
function useFocusBack(taskId: string) {
  const last = useRef(taskId)
  useEffect(() => {
    last.current = taskId
  }, [taskId])
  useEffect(
    () => () => {
      const row = document.getElementById(`task-${last.current}`)
      row?.querySelector<HTMLElement>('a.text')?.focus({ preventScroll: true })
    },
    [],
  )
}
