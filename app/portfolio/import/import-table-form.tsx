import { bounds } from '#app/kit/limits.ts'
import { longestName } from '#app/kit/plain-text.ts'
import { CriticalDateField } from '#app/plan/terms/critical-date-field.tsx'
import { sideNames } from '#app/plan/core/side-words.ts'
import { sides } from '#app/schedule/model.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { Check } from '#app/ui/check-group.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import { newPlanWords } from '../new-plan/new-plan-words.ts'
import { ColumnFields } from './column-fields.tsx'
import { ImportedRows } from './imported-rows.tsx'
import {
  dayOrderWords,
  faultyRowsWords,
  headerRowWords,
  importTableWords,
  readyWords,
  roundedWords,
  rowNumberWords,
  separatorWords,
  unclearDayWords,
} from './import-table-words.ts'
import { importWords } from './import-words.ts'
import { dayOrders } from './read-day.ts'
import { separators } from './read-delimited.ts'
import type { ShownTable } from './shown-table.ts'

type Props = { idempotencyKey: string; reply: FormReply | undefined; table: ShownTable; vendor: string }

/**
 * A table that was read: what was found out about it, to be changed; each row with what is wrong with it; and the button that
 * creates the plan. Posts `cells`, `separator`, `headerRow`, `column.N`, `dayOrder`, `side`, `leaveOut` and the fields of the plan.
 */
export function ImportTableForm({ idempotencyKey, reply, table, vendor }: Props) {
  const companies = sideNames({ vendor, customer: table.account || newPlanWords.theCustomer })
  const faulty = table.rows.filter(({ faults }) => faults.length > 0)
  const { readAs, separator, headerRow } = table
  const headerValue = headerRow === null ? '' : String(headerRow + 1)
  return (
    <Form
      idempotencyKey={idempotencyKey}
      intent={null}
      encType="multipart/form-data"
      reply={reply}
      hidden={{ readSeparator: separator, readHeader: headerValue, ...(readAs && { readAs }) }}
    >
      {table.faults.map(({ message }) => (
        <Notice key={message} tone="must">
          {message}
        </Notice>
      ))}
      {faulty.length > 0 ? (
        <Notice tone="must">{faultyRowsWords(faulty.length)}</Notice>
      ) : (
        table.faults.length === 0 && <Notice tone="good">{readyWords(table.rows.length)}</Notice>
      )}
      <div className="fieldset">
        <h2>{importTableWords.plan}</h2>
        <div className="fields">
          <TextField
            name="account"
            label={newPlanWords.account}
            width="half"
            maxLength={longestName}
            value={table.account}
          />
          <TextField
            name="project"
            label={newPlanWords.project}
            width="half"
            maxLength={longestName}
            value={table.project}
          />
          <CriticalDateField value={table.criticalDate} />
        </div>
      </div>
      <div className="fieldset">
        <h2>{importTableWords.reading}</h2>
        {readAs && <p>{readAs}</p>}
        {table.rounded > 0 && <p>{roundedWords(table.rounded)}</p>}
        <div className="fields">
          <SelectField
            name="separator"
            label={importTableWords.separator}
            width="half"
            value={separator}
            options={separators.map((value) => ({ value, text: separatorWords[value] }))}
          />
          <SelectField
            name="headerRow"
            label={importTableWords.headerRow}
            width="half"
            value={headerValue}
            options={[
              { value: '', text: importTableWords.noHeader },
              ...table.headerChoices.map(({ row, names }) => ({
                value: String(row),
                text: headerRowWords(row, names),
              })),
            ]}
          />
          <SelectField
            name="dayOrder"
            label={importTableWords.dayOrder}
            width="half"
            value={table.dayOrder ?? ''}
            hint={table.unclearDay && unclearDayWords(table.unclearDay)}
            options={[
              ...(table.dayOrder === null ? [{ value: '', text: importTableWords.chooseOrder }] : []),
              ...dayOrders.map((value) => ({ value, text: dayOrderWords[value] })),
            ]}
          />
          <SelectField
            name="side"
            label={importTableWords.side}
            width="half"
            value={table.side}
            options={sides.map((value) => ({ value, text: companies[value] }))}
          />
        </div>
      </div>
      <ColumnFields columns={table.columns} />
      <ImportedRows rows={table.rows} companies={companies} />
      {table.leftOut.length > 0 && (
        <div className="fieldset">
          <h2>{importTableWords.leaveOut}</h2>
          {table.leftOut.map((row) => (
            <Check key={row} name="leaveOut" value={String(row)} label={rowNumberWords(row)} checked />
          ))}
        </div>
      )}
      <details className="imported-cells">
        <summary>{importTableWords.correct}</summary>
        <TextArea
          name="cells"
          label={importTableWords.cells}
          hint={importTableWords.cellsHint}
          rows={12}
          maxLength={bounds.importedText}
          value={table.cells}
          spellCheck={false}
        />
      </details>
      <div className="acts always-near">
        <SubmitButton name="intent" value="import-plan" busyText={newPlanWords.creating}>
          {newPlanWords.create}
        </SubmitButton>
        <SubmitButton name="intent" value="read-import" tone="plain" busyText={importTableWords.checking}>
          {importTableWords.checkAgain}
        </SubmitButton>
        <ButtonLink to="/plans/import" tone="quiet" reload>
          {importWords.another}
        </ButtonLink>
      </div>
    </Form>
  )
}
