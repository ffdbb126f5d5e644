import { useEffect } from 'react'
import { Button } from '#app/ui/button.tsx'
import { KeepForm } from './keep-form.tsx'
import { MovedList } from './moved-list.tsx'
import { TaskFields } from './task-fields.tsx'
import type { WhatIf } from './use-what-if.ts'

/** Keeps what is tried, from anywhere on the page. */
export const keepNow = () => document.querySelector<HTMLFormElement>('.what-if .keep-form')?.requestSubmit()

/** What is tried, at the foot of the page for as long as it is: what it moves, for which owners, *Discard* and *Apply*. */
export function WhatIfBar({ whatIf, formKey }: { whatIf: WhatIf; formKey: string }) {
  const { open, shown, actions } = whatIf
  const { drop } = actions
  const isOpen = open !== null
  useEffect(() => {
    if (!isOpen) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      drop()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isOpen, drop])
  const task = open?.task ? findTask(whatIf, open.task) : undefined
  return (
    <>
      <p className="visually-hidden no-print" aria-live="polite">
        {open && spoken(open)}
      </p>
      {open && (
        <section className="what-if no-print" aria-label="What if" data-returns-focus>
          {task && <TaskFields key={task.id} whatIf={whatIf} task={task} faults={open.faults} />}
          <div className="what-if-line">
            <p>
              <b>{open.title || 'No changes yet'}</b>
              {open.difference && <span>{open.difference.words.split(', ').join(' · ')}</span>}
              {open.faults
                .filter(({ field }) => !task || field === '')
                .map(({ message }) => (
                  <span key={message} className="what-if-fault">
                    {message}
                  </span>
                ))}
              {open.isOnNewer && (
                <span>The plan has changed in the meantime. This preview uses the latest version.</span>
              )}
              {!open.mayKeep && <span>Only the other side can apply this: it changes one of their private tasks.</span>}
            </p>
            <div className="what-if-acts">
              <Button onClick={drop}>Discard</Button>
              {open.mayKeep && open.difference && (
                <KeepForm planId={shown.id} edits={open.edits} seen={open.seen} formKey={formKey} />
              )}
            </div>
          </div>
          {open.difference && open.difference.movedFor.length > 0 && (
            <details className="for-owners">
              <summary>Who is affected</summary>
              <MovedList movedFor={open.difference.movedFor} />
            </details>
          )}
        </section>
      )}
    </>
  )
}

const findTask = ({ shown }: WhatIf, id: string) =>
  shown.stages
    .flatMap(({ milestones }) => milestones.flatMap(({ tasks }) => tasks))
    .find((task) => task.id === id && !task.hidden)

const spoken = ({ title, difference, faults }: NonNullable<WhatIf['open']>): string =>
  [title, difference?.words, ...faults.map(({ message }) => message)].filter(Boolean).join(': ')
