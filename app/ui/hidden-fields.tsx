import type { FormValues } from './form-reply.ts'

/** Hidden inputs, one for each value. */
export function HiddenFields({ values }: { values: FormValues }) {
  return Object.entries(values).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one, index) => (
      <input key={`${name}.${index}`} type="hidden" name={name} value={one} />
    )),
  )
}
