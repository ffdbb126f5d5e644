import { oneValue, type FormValues } from '#app/ui/form-reply.ts'

/** The field in which tasks of a milestone are typed. All rows of a page share a form, so that each field has a name of its own. */
export const titlesOf = (milestoneId: string): string => `titles.${milestoneId}`

/** How the form of all rows becomes a command. */
export const addRowForm = {
  /** The titles of the milestone whose button was pressed; as they are where a row posts by script. */
  input: (values: FormValues): FormValues => ({
    titles: oneValue(values[titlesOf(oneValue(values['milestoneId'], ''))], ''),
    ...values,
  }),
  /** Made from the page's key; a row that posts by script brings its own. Empty, and so refused, where neither is there. */
  key: ({ idempotencyKey, pageKey = '', milestoneId = '' }: FormValues): string =>
    oneValue(idempotencyKey, pageKey === '' ? '' : ['add', pageKey, milestoneId].join(':')),
}
