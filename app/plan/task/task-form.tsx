import type { ReactNode } from 'react'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { Check } from '#app/ui/check-group.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import type { Option } from '#app/ui/option.ts'
import { TextArea } from '#app/ui/text-field.tsx'
import { buttonWords } from '#app/ui/button-words.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { newTaskFields, taskFieldNames, taskFieldsOf, taskFormValues } from '../core/task-fields.ts'
import { TaskFieldControl } from './task-field-control.tsx'
import type { TaskFormChoices } from './task-form-choices.ts'
import { DependencyFields } from './dependency-fields.tsx'
import { SittingsFields } from './sittings-fields.tsx'
import { OwnerFields, noOne, ownerGroups } from './owner-fields.tsx'
import { taskFieldWords } from './task-field-words.ts'
import { SpreadFields } from './spread-fields.tsx'
import { textSizes } from '#app/kit/limits.ts'
import type { TaskValues } from './task-values.ts'
import { descriptionHint, taskFormWords } from './task-form-words.ts'
import { privateToWords } from '../core/private-words.ts'
import { sideNames } from '../core/side-words.ts'
import { taskLabels } from '../core/task-words.ts'

const noTask: TaskValues = {
  ...taskFormValues(newTaskFields),
  description: '',
  owner: '',
  atBest: '',
  atWorst: '',
  dependsOn: [],
  sittings: null,
  private: false,
}

/** Who does the task comes before the fields that share a line. */
const halves = taskFieldNames.filter((field) => field !== 'title')

export type TaskFormProps = TaskFormChoices & {
  idempotencyKey: string
  reply?: FormReply | null | undefined
  /** What stands there now; none for a new task. */
  values?: TaskValues
  /** The other open tasks of the placeholder in charge. */
  alsoOwns?: readonly string[]
  /** The title of a new task, as far as it was typed elsewhere. */
  typed?: string
  today: IsoDate
  hidden?: Record<string, string>
  cancelTo: string
  /** More buttons beside *Save*, such as *Preview*. */
  actions?: ReactNode
  /** What came of such a button, above them. */
  preview?: ReactNode
}

/** What the compare task looks at; what has parts as JSON, where the order of lists does not matter. */
const seenOf = (values: TaskValues) => ({
  ...taskFieldsOf(values),
  description: values.description,
  owner: values.owner,
  atBest: String(values.atBest),
  atWorst: String(values.atWorst),
  private: values.private ? 'yes' : '',
  dependsOn: JSON.stringify(values.dependsOn),
  sittings: values.sittings ? JSON.stringify(values.sittings) : '',
})

/**
 * Edits or adds a task. Posts the fields of `core/task-fields.ts`, `description`, `owner`, `ownerName`, `atBest`, `atWorst`, `private` (`yes` when
 * ticked), for each task waited for `dependsOn` = its id with `lag.<id>` in working days and `type.<id>`,
 * and `sittings.…`, the days on which it can be finished.
 */
export function TaskForm(props: TaskFormProps) {
  const { idempotencyKey, reply, owners, companies, mayBePrivateTo, today, choices, hidden, cancelTo } = props
  const { actions, preview } = props
  const values = props.values ?? { ...noTask, title: props.typed ?? '' }
  const sides: Option[] = (['customer', 'vendor', 'both'] as const).map((side) => ({
    value: side,
    text: sideNames(companies)[side],
  }))
  const groups = ownerGroups({ owners, companies })
  const names = new Map(
    [...noOne, ...sides, ...groups.flatMap((group) => group.options)].map(({ value, text }) => [value, text]),
  )
  return (
    <Form
      idempotencyKey={idempotencyKey}
      intent={props.values ? 'edit-task' : 'add-task'}
      reply={reply}
      hidden={hidden}
      seen={props.values ? seenOf(values) : {}}
      show={(field, value) =>
        field === 'owner' || field === 'side' ? (names.get(value) ?? value) : taskFieldWords(field, value, choices)
      }
    >
      <div className="fields">
        <TaskFieldControl field="title" value={values.title} />
        <TextArea
          name="description"
          label={taskLabels.description}
          optional
          rows={4}
          value={values.description}
          maxLength={textSizes.description}
          hint={descriptionHint}
        />
        <OwnerFields owners={owners} companies={companies} value={values.owner} alsoOwns={props.alsoOwns ?? []} />
        {halves.map((field) => (
          <TaskFieldControl key={field} field={field} value={values[field]} sides={sides} width="half" />
        ))}
      </div>
      <SpreadFields values={values} />
      <DependencyFields choices={choices} chosen={values.dependsOn} />
      <SittingsFields rule={values.sittings} today={today} />
      {mayBePrivateTo && (
        <Check
          name="private"
          value="yes"
          label={privateToWords(companies[mayBePrivateTo])}
          checked={values.private}
          hint={props.values && !values.private ? taskFormWords.becomesPrivateHint : taskFormWords.privateHint}
        />
      )}
      {preview}
      <div className="acts">
        <SubmitButton>{buttonWords.save}</SubmitButton>
        {actions}
        <ButtonLink to={cancelTo} tone="quiet">
          {buttonWords.cancel}
        </ButtonLink>
      </div>
    </Form>
  )
}
