import type { FormValues } from '#app/ui/form-reply.ts'

/** The message in the body of a refusal; only `{message}` is shown. */
export function refusalMessageOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('message' in data)) return undefined
  return typeof data.message === 'string' && data.message !== '' ? data.message : undefined
}

/** The posted form in the body of a refusal. */
export function refusedValuesOf(data: unknown): FormValues | undefined {
  if (typeof data !== 'object' || data === null || !('values' in data)) return undefined
  const { values } = data
  const isForm = (it: object): it is FormValues =>
    Object.values(it).every((value) => [value].flat().every((one) => typeof one === 'string'))
  return typeof values === 'object' && values !== null && isForm(values) ? values : undefined
}
