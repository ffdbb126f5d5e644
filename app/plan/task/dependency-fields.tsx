import { useContext, useId } from 'react'
import { readWhole } from '#app/kit/read-number.ts'
import { NumberInput } from '#app/ui/number-input.tsx'
import { FormContext } from '#app/ui/form-context.ts'
import { type FormReply, oneValue, postedValue } from '#app/ui/form-reply.ts'
import { dependsOnWords, linkChoices } from '../core/dependency-words.ts'
import { bounds } from '#app/kit/limits.ts'
import { type DependencyChoice, type ChosenLink, type ShownLink, linksFromJson } from './dependency-choice.ts'
import { editValueRefusals } from '../edits/edit-refusal-words.ts'
import { dependencyFieldsWords, lagLabel, linkTypeLabel, mostLinksWords } from './task-form-words.ts'

export type DependencyFieldsProps = {
  choices: readonly DependencyChoice[]
  chosen: readonly ChosenLink[]
}

/** What is waited for as it was posted last, else as it is stored. */
function linksNow(reply: FormReply | null, chosen: readonly ChosenLink[]): ShownLink[] {
  if (reply === null || reply.status === 'done')
    return chosen.map(({ task, lagDays, type }) => ({ task, lagDays: String(lagDays), type }))
  const posted = [postedValue(reply, 'dependsOn') ?? []].flat()
  if (posted[0]?.startsWith('[')) return linksFromJson(posted[0])
  const valueOf = (name: string, ordinary: string) => oneValue(postedValue(reply, name), ordinary)
  return posted.map((task) => ({
    task,
    lagDays: valueOf(`lag.${task}`, '0'),
    type: valueOf(`type.${task}`, 'FS'),
  }))
}

/**
 * What a task depends on: a box for each other task, and for a ticked one how it does and how many working days lie between.
 * Folded unless something is wrong: what is chosen is named where it is folded.
 */
export function DependencyFields({ choices, chosen }: DependencyFieldsProps) {
  const { reply } = useContext(FormContext)
  const links = linksNow(reply, chosen)
  const faults = reply?.status === 'invalid' ? reply.faults : []
  const fault = faults.find(({ field }) => field.startsWith('dependsOn') || field.startsWith('lag.'))?.message
  if (choices.length === 0) return null
  // What is left out on paper stands last, so that no comma is left there.
  const named = choices
    .filter(({ id }) => links.some(({ task }) => task === id))
    .sort((a, b) => Number(a.isPrivate) - Number(b.isPrivate))
  const milestones = [...new Set(choices.map(({ milestone }) => milestone))]
  return (
    <details className={fault ? 'waits bad' : 'waits'} open={fault !== undefined}>
      <summary>
        <span>
          {dependsOnWords(links.length)}
          {named.length > 0 && (
            <small>
              {named.map(({ id, title, isPrivate }) => (
                <span key={id} className={isPrivate ? 'own-only' : undefined}>
                  <bdi>{title}</bdi>
                </span>
              ))}
            </small>
          )}
        </span>
      </summary>
      {fault && (
        <p className="err" role="alert">
          {fault}
        </p>
      )}
      <div className="waits-list">
        <p className="hint">{mostLinksWords(bounds.links)}</p>
        {milestones.map((milestone) => (
          <fieldset key={milestone}>
            <legend>{milestone}</legend>
            {choices
              .filter((choice) => choice.milestone === milestone)
              .map((choice) => (
                <LinkRow
                  key={choice.id}
                  choice={choice}
                  link={links.find(({ task }) => task === choice.id)}
                  isFaulty={fault !== undefined}
                  isAnswered={reply !== null}
                />
              ))}
          </fieldset>
        ))}
      </div>
    </details>
  )
}

type LinkRowProps = {
  choice: DependencyChoice
  link: ShownLink | undefined
  isFaulty: boolean
  /** Whether the fields hold what was posted. */
  isAnswered: boolean
}

function LinkRow({ choice, link, isFaulty, isAnswered }: LinkRowProps) {
  const id = useId()
  const isUnread = isFaulty && link !== undefined && readWhole(link.lagDays) === null
  return (
    <div className={choice.isPrivate ? 'waits-row own-only' : 'waits-row'}>
      <input
        id={id}
        type="checkbox"
        name="dependsOn"
        value={choice.id}
        defaultChecked={link !== undefined}
        aria-invalid={isFaulty || undefined}
      />
      <label htmlFor={id}>
        <bdi>{choice.title}</bdi>
      </label>
      <div className="waits-how">
        <select name={`type.${choice.id}`} aria-label={linkTypeLabel(choice.title)} defaultValue={link?.type ?? 'FS'}>
          {linkChoices.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
        <NumberInput
          id={`${id}-lag`}
          unit={dependencyFieldsWords.lagUnit}
          isTyped={link !== undefined && isAnswered}
          name={`lag.${choice.id}`}
          aria-label={lagLabel(choice.title)}
          defaultValue={link?.lagDays ?? '0'}
          aria-invalid={isUnread || undefined}
          aria-describedby={isUnread ? `${id}-fault` : undefined}
        />
        <span aria-hidden="true">{dependencyFieldsWords.daysLater}</span>
        {isUnread && (
          <p className="err" id={`${id}-fault`}>
            {editValueRefusals.wholeLag}
          </p>
        )}
      </div>
    </div>
  )
}
