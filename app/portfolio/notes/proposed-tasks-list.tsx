import { ownerGroups, noOne } from '#app/plan/task/owner-fields.tsx'
import type { TasksToAdd } from '#app/plan/task/task-form-queries.server.ts'
import { sideNames } from '#app/plan/core/side-words.ts'
import { textSizes } from '#app/kit/limits.ts'
import { sides } from '#app/schedule/model.ts'
import { buttonAbout } from '#app/ui/button-words.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { notesWords, proposedWords } from './notes-words.ts'
import { proposedTasks } from './proposed-tasks.ts'

type Props = { notes: string; reply: FormReply | undefined; formKey: string; form: Omit<TasksToAdd, 'project'> }

/** The tasks that notes name, each with a form of its own. Posts the fields of a task, `notes` and `line`. */
export function ProposedTasksList({ notes, reply, formKey, form }: Props) {
  const { owners, companies, milestones, likelyMilestone, today } = form
  const proposed = proposedTasks(notes, { people: [...owners.customer, ...owners.vendor], today })
  // What proposes nothing is not carried on.
  const carried = proposed.map(({ text }) => text).join('\n')
  const names = sideNames(companies)
  if (likelyMilestone === null) return <p>{notesWords.noMilestone}</p>
  if (proposed.length === 0) return <p>{notesWords.none}</p>
  return (
    <section className="proposed">
      <h2>{proposedWords(proposed.length)}</h2>
      {proposed.map((task, line) => (
        <div key={`${proposed.length} ${line}`} className="panel">
          <Form
            idempotencyKey={formKeys(formKey)('add-task', String(line))}
            intent={null}
            reply={replyTo(reply, 'add-task', { line: String(line) })}
            hidden={{ notes: carried, line: String(line) }}
          >
            <div className="fields">
              <TextField name="title" label={notesWords.task} maxLength={textSizes.title} value={task.title} />
              <SelectField
                name="owner"
                label={notesWords.owner}
                width="half"
                options={noOne}
                groups={ownerGroups({ owners, companies })}
                value={task.owner}
              />
              <SelectField
                name="side"
                label={notesWords.side}
                width="half"
                options={sides.map((side) => ({ value: side, text: names[side] }))}
                value={task.owner.startsWith('member:') ? 'vendor' : 'customer'}
              />
              <SelectField
                name="milestoneId"
                label={notesWords.milestone}
                width="half"
                groups={milestones}
                value={likelyMilestone}
              />
              <NumberField name="durationDays" label={notesWords.workingDays} width="third" value="1" />
              <DateField name="notAfter" label={notesWords.due} width="half" value={task.notAfter ?? ''} optional />
            </div>
            <div className="acts">
              <SubmitButton
                name="intent"
                value="add-task"
                busyText={notesWords.accepting}
                aria-label={buttonAbout(notesWords.accept, task.title)}
              >
                {notesWords.accept}
              </SubmitButton>
              <SubmitButton
                name="intent"
                value="skip-line"
                tone="quiet"
                aria-label={buttonAbout(notesWords.skip, task.title)}
              >
                {notesWords.skip}
              </SubmitButton>
            </div>
          </Form>
        </div>
      ))}
    </section>
  )
}
