import { type ReactNode, startTransition, useEffect, useRef, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { buttonWords } from '#app/ui/button-words.ts'
import { refusalWords } from '#app/ui/form-words.ts'
import { type PlanAnswer, PostOnce } from '../task/post-once.tsx'
import type { Difference } from '../what-if/difference.ts'
import { differenceSentence } from '../what-if/difference-words.ts'
import { WhatMoves } from '../what-if/preview-parts.tsx'
import { arrangeWords } from './arrange-words.ts'
import { type RowOrder, type WaitingOrder, meet } from './orders.ts'

/** Where an order is: asked what it would change, waiting for a yes, or on its way. */
type Phase = { is: 'asked' } | { is: 'shown'; difference: Difference } | { is: 'sent' }

type Given = { waited: WaitingOrder; order: RowOrder; key: string; phase: Phase }

/**
 * Carries out changes of several rows, one after the other: what changes dates is tried first, and what it would move is shown before it is
 * kept; what moves nothing is kept at once, and taken back by Undo.
 */
export function useOrders({ action, formKey }: { action: string; formKey: string }) {
  const [given, setGiven] = useState<Given | null>(null)
  const [waiting, setWaiting] = useState<readonly WaitingOrder[]>([])
  const [refused, setRefused] = useState<string | null>(null)
  const made = useRef(0)
  const focus = useRef<string | null>(null)
  const isAsked = given?.phase.is === 'shown'
  const [next] = waiting
  const pending = [...(given ? [given.waited] : []), ...waiting]
  const isBusy = pending.length > 0
  useEffect(() => {
    if (isBusy || focus.current === null) return
    // The row may stand in another milestone by now, where it is another element, or arrive with the next drawing.
    document.getElementById(focus.current)?.querySelector('a')?.focus()
  })
  useEffect(() => {
    if (isAsked) return
    // A person who goes on keeps the focus that they moved.
    const letGo = () => (focus.current = null)
    window.addEventListener('keydown', letGo, { capture: true })
    window.addEventListener('pointerdown', letGo, { capture: true })
    return () => {
      window.removeEventListener('keydown', letGo, { capture: true })
      window.removeEventListener('pointerdown', letGo, { capture: true })
    }
  }, [isAsked])

  function give(order: WaitingOrder) {
    setRefused(null)
    focus.current = order.focus
    setWaiting((all) => [...all, order])
  }

  function begin(waited: WaitingOrder) {
    setWaiting((all) => all.filter((it) => it !== waited))
    const order = waited.find()
    if (!order) return
    const key = `${formKey}:arrange:${(made.current += 1)}:${waited.focus}`
    setGiven({ waited, order, key, phase: { is: order.ask ? 'asked' : 'sent' } })
  }

  function onAnswer(answer: PlanAnswer) {
    if (given && answer?.status === 'previewed' && 'shown' in answer) {
      const { shown } = answer
      return setGiven({ ...given, phase: shown.changesDates ? { is: 'shown', difference: shown } : { is: 'sent' } })
    }
    // Drawn no sooner than the plan that was loaded after it: the next order is found in that.
    startTransition(() => setGiven(null))
    if (!answer || answer.status === 'done') return
    setRefused(refusalWords(answer) ?? arrangeWords.notDone)
    // Given for owners that did not come about.
    if (given) setWaiting((all) => all.filter((order) => !meet(given.waited, order)))
  }

  return {
    give,
    pending,
    shown: (
      <>
        {draw()}
        {isBusy && !isAsked && (
          <p className="arrange-sent" role="status">
            {arrangeWords.saving(pending.length)}
          </p>
        )}
      </>
    ),
  }

  function draw(): ReactNode {
    if (!given && next) return <Turn order={next} onTurn={begin} />
    if (!given)
      return (
        refused !== null && (
          <p className="arrange-refused" role="alert">
            {refused}{' '}
            <Button tone="quiet" onClick={() => setRefused(null)}>
              {buttonWords.close}
            </Button>
          </p>
        )
      )
    const { order, key, phase } = given
    if (phase.is === 'shown' && order.ask)
      return (
        <Confirm
          title={order.ask.title}
          button={arrangeWords[order.ask.button]}
          difference={phase.difference}
          onAnswer={(isYes) => {
            if (!isYes) focus.current = order.ask?.back ?? null
            setGiven(isYes ? { ...given, phase: { is: 'sent' } } : null)
          }}
        />
      )
    const values = { ...order.values, idempotencyKey: key, ...(phase.is === 'asked' && { preview: 'yes' }) }
    return <PostOnce key={phase.is} action={action} values={values} onAnswer={onAnswer} />
  }
}

/** Begins an order once the page is drawn as those before it left it. */
function Turn({ order, onTurn }: { order: WaitingOrder; onTurn: (order: WaitingOrder) => void }) {
  useEffect(() => onTurn(order))
  return null
}

type ConfirmProps = { title: string; button: string; difference: Difference; onAnswer: (isYes: boolean) => void }

/** Says what a change would do to dates, and asks whether to keep it: Enter does, Escape does not. */
function Confirm({ title, button, difference, onAnswer }: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    // By itself it would give the focus to the list, where that is long enough to scroll.
    dialog.current?.querySelector('button')?.focus()
  }, [])
  // Where milestones move alone, "no tasks moved" below "Move 2 tasks?" would be read as a refusal.
  const sentenceParts = difference.movedFor.length > 0 ? difference.parts : difference.parts.slice(1)
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault()
        onAnswer(false)
      }}
    >
      <h2>{title}</h2>
      {sentenceParts.length > 0 && <p>{differenceSentence(sentenceParts)}</p>}
      <div className="arrange-moves" role="region" aria-label={arrangeWords.dates}>
        <WhatMoves shown={difference} />
      </div>
      <div className="acts">
        <Button tone="main" onClick={() => onAnswer(true)}>
          {button}
        </Button>
        <Button onClick={() => onAnswer(false)}>{buttonWords.cancel}</Button>
      </div>
    </dialog>
  )
}
