import { Button } from '#app/ui/button.tsx'
import { buttonAbout } from '#app/ui/button-words.ts'
import { Check } from '#app/ui/check-group.tsx'
import { exportFormats } from './export-formats.ts'
import { exportFormatWords, planExportWords as words } from './export-words.ts'

export type ExportFormProps = {
  action: string
  /** The reader's company, and the one across the table. */
  company: string
  other: string
  /** Whether the reader's side keeps tasks to itself. */
  hasPrivate: boolean
}

/** Downloads a plan. A plain form, since a file is no page; each button asks for its own kind of file. */
export const ExportForm = ({ action, company, other, hasPrivate }: ExportFormProps) => (
  <form method="get" action={action} className="form">
    {hasPrivate && <Check name="private" value="yes" label={words.private} hint={words.privateHint(company)} />}
    <ul className="downloads">
      {exportFormats.map((format) => {
        const { name, hint } = exportFormatWords[format]
        return (
          <li key={format}>
            <div>
              <strong>{name}</strong>
              <p className="hint">{hint}</p>
            </div>
            <Button type="submit" name="format" value={format} aria-label={buttonAbout(words.download, name)}>
              {words.download}
            </Button>
          </li>
        )
      })}
    </ul>
    <p className="fine">{words.otherSide(other)}</p>
  </form>
)
