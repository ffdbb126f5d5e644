import { Button } from '#app/ui/button.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import type { SecurityFilter } from './security-filter.ts'
import { exportWords, securityFormats } from './security-words.ts'

const formats = ['csv', 'json', 'jsonl'] as const

/** Takes what the filter shows away as a file. A plain form, since a file is no page. */
export function SecurityExport({ filter, formKey }: { filter: SecurityFilter; formKey: string }) {
  const keyFor = formKeys(formKey)
  return (
    <div className="acts">
      {formats.map((format) => (
        <form key={format} method="post" action="/workspace/security/export">
          <HiddenFields
            values={{
              ...filter,
              format,
              intent: 'export-security-log',
              idempotencyKey: keyFor('export-security-log', format),
            }}
          />
          <Button type="submit">{exportWords(securityFormats[format])}</Button>
        </form>
      ))}
    </div>
  )
}
