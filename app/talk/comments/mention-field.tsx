import { TextArea, type TextAreaProps } from '#app/ui/text-field.tsx'
import type { Mentionable } from './conversation-view.ts'

/** A text in which people can be mentioned. */
export function MentionField({ people: _people, ...field }: TextAreaProps & { people: readonly Mentionable[] }) {
  return <TextArea {...field} />
}
