import { SelectField } from '#app/ui/select-field.tsx'
import { importFieldLabels } from './import-field-words.ts'
import { importFields } from './import-fields.ts'
import { columnWords, importTableWords as words, sampleWords } from './import-table-words.ts'
import type { ShownTable } from './shown-table.ts'

/** What each column of a table holds. Posts `column.N`. */
export const ColumnFields = ({ columns }: Pick<ShownTable, 'columns'>) => (
  <div className="fieldset">
    <h2>{words.columns}</h2>
    <p>{words.columnsText}</p>
    <div className="fields">
      {columns.map(({ name, sample, field }, at) => (
        <SelectField
          key={at}
          name={`column.${at}`}
          label={name || columnWords(at + 1)}
          width="third"
          value={field ?? ''}
          hint={sample && sampleWords(sample)}
          options={[
            { value: '', text: words.leaveOut },
            ...importFields.map((value) => ({ value, text: importFieldLabels[value] })),
          ]}
        />
      ))}
    </div>
  </div>
)
