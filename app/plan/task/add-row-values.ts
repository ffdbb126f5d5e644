import { oneValue, type FormValues } from '#app/ui/form-reply.ts'

/** The field in which tasks of a milestone are typed. All rows of a page share a form, so that each field has a name of its own. */
export const titlesOf = (milestoneId: string): string => `titles.${milestoneId}`

/** What the form of all rows asks for: the titles of the milestone whose button was pressed. As it is where a row posts by script. */
export const typedInRow = (values: FormValues): FormValues => ({
  titles: oneValue(values[titlesOf(oneValue(values['milestoneId'], ''))], ''),
  ...values,
})

/** The idempotency key of a row, made from the page's; a row that posts by script brings its own. Empty, and so refused, where neither is there. */
export const addRowKey = ({ idempotencyKey, pageKey = '', milestoneId = '' }: FormValues): string =>
  oneValue(idempotencyKey, pageKey === '' ? '' : ['add', pageKey, milestoneId].join(':'))
