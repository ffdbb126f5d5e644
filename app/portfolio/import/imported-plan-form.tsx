import { longestName } from '#app/kit/plain-text.ts'
import { stageNames } from '#app/plan/core/stage-name-words.ts'
import { sideNames } from '#app/plan/core/side-words.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Name } from '#app/ui/name.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { newPlanWords } from '../new-plan/new-plan-words.ts'
import type { ShownPlanFile } from './shown-import.ts'
import { importWords, importedSizeWords } from './import-words.ts'

type Props = { idempotencyKey: string; reply: FormReply | undefined; plan: ShownPlanFile; vendor: string }

/** A plan that was read: whose it is, what is in it, and the button that creates it. Posts `plan`, `account` and `project`. */
export function ImportedPlanForm({ idempotencyKey, reply, plan, vendor }: Props) {
  const sides = sideNames({ vendor, customer: plan.account })
  const tasks = plan.milestones.flatMap((milestone) => milestone.tasks.map((task) => ({ milestone, task })))
  return (
    <Form
      idempotencyKey={idempotencyKey}
      intent="import-plan"
      encType="multipart/form-data"
      reply={reply}
      hidden={{ plan: plan.plan }}
    >
      <div className="fieldset">
        <h2>{importWords.check}</h2>
        <p>{importedSizeWords(plan.milestones.length, tasks.length)}</p>
        <div className="fields">
          <TextField
            name="account"
            label={newPlanWords.account}
            width="half"
            maxLength={longestName}
            value={plan.account}
          />
          <TextField
            name="project"
            label={newPlanWords.project}
            width="half"
            maxLength={longestName}
            value={plan.project}
          />
        </div>
      </div>
      <table className="board imported">
        <thead>
          <tr>
            <th scope="col">{importWords.task}</th>
            <th scope="col">{importWords.milestone}</th>
            <th scope="col">{importWords.owner}</th>
            <th scope="col">{importWords.side}</th>
            <th scope="col">{importWords.workingDays}</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map(({ milestone, task }) => (
            <tr key={task.key}>
              <td className="strong" dir="auto">
                {task.title}
              </td>
              <td data-label={importWords.milestone}>
                <bdi>{milestone.title}</bdi>
                <small>{stageNames[milestone.stage]}</small>
              </td>
              <td data-label={importWords.owner}>
                {task.owner === null ? importWords.noOwner : <Name>{task.owner}</Name>}
              </td>
              <td data-label={importWords.side}>
                <Name>{sides[task.side]}</Name>
              </td>
              <td data-label={importWords.workingDays}>{task.durationDays}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="acts always-near">
        <SubmitButton busyText={newPlanWords.creating}>{newPlanWords.create}</SubmitButton>
        <ButtonLink to="/plans/import" tone="quiet" reload>
          {importWords.another}
        </ButtonLink>
      </div>
    </Form>
  )
}
