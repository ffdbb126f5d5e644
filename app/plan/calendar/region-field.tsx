import type { FieldWidth } from '#app/ui/field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { calendarFormWords } from './calendar-form-words.ts'

/** A country or state by its code, and as people read it. */
export type RegionOption = { code: string; name: string }

export const nameOfRegion = (regions: readonly RegionOption[], code: string): string =>
  regions.find((it) => it.code === code)?.name ?? code

type Props = { name: string; label: string; code: string; regions: readonly RegionOption[]; width?: FieldWidth }

/** Whose public holidays are days off: typed or chosen in words. Needs a `RegionList` on its page. */
export const RegionField = ({ name, label, code, regions, width = 'full' }: Props) => (
  <TextField
    name={name}
    label={label}
    width={width}
    optional
    list="regions"
    autoComplete="off"
    maxLength={200}
    value={nameOfRegion(regions, code)}
    hint={calendarFormWords.regionHint}
  />
)

/** What every `RegionField` of a page offers. */
export const RegionList = ({ regions }: { regions: readonly RegionOption[] }) => (
  <datalist id="regions">
    {regions.map(({ code, name }) => (
      <option key={code} value={name} />
    ))}
  </datalist>
)
