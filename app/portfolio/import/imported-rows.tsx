import { taskStatusWords } from '#app/plan/core/task-words.ts'
import type { Side } from '#app/schedule/model.ts'
import { Check } from '#app/ui/check-group.tsx'
import { longDate } from '#app/ui/date-words.ts'
import { Name } from '#app/ui/name.tsx'
import { importTableWords as words } from './import-table-words.ts'
import { importWords } from './import-words.ts'
import type { ShownRow } from './shown-table.ts'

type Props = { rows: readonly ShownRow[]; companies: Record<Side, string> }

/** The rows of a table as tasks, each with every reason why it cannot be imported, and a box that leaves it out. */
export const ImportedRows = ({ rows, companies }: Props) => (
  <table className="board imported">
    <thead>
      <tr>
        <th scope="col">{words.row}</th>
        <th scope="col">{importWords.task}</th>
        <th scope="col">{importWords.owner}</th>
        <th scope="col">{importWords.side}</th>
        <th scope="col">{importWords.workingDays}</th>
        <th scope="col">{words.due}</th>
        <th scope="col">{words.status}</th>
        <th scope="col">{words.dependsOn}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={row.row} className={row.faults.length > 0 ? 'faulty' : undefined}>
          <td data-label={words.row}>{row.row}</td>
          <td>
            <span className="strong" dir="auto">
              {row.title}
            </span>
            {row.milestone && <small dir="auto">{row.milestone}</small>}
            {row.faults.map((fault) => (
              <p key={fault} className="err">
                {fault}
              </p>
            ))}
            {row.faults.length > 0 && <Check name="leaveOut" value={String(row.row)} label={words.leaveOutRow} />}
          </td>
          <td data-label={importWords.owner}>
            {row.owner === null ? importWords.noOwner : <Name>{row.owner}</Name>}
            {row.owner !== null && <small>{row.isMember ? words.member : words.asName}</small>}
          </td>
          <td data-label={importWords.side}>
            <Name>{companies[row.side]}</Name>
          </td>
          <td data-label={importWords.workingDays}>{row.durationDays}</td>
          <td data-label={words.due} className="nowrap">
            {row.due && longDate(row.due)}
          </td>
          <td data-label={words.status} className="nowrap">
            {taskStatusWords[row.status]}
            {row.doneOn && <small>{longDate(row.doneOn)}</small>}
          </td>
          <td data-label={words.dependsOn}>{row.dependsOn}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
