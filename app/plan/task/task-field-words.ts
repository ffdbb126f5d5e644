import { linkTypes } from '#app/schedule/model.ts'
import { linkWords } from '../core/dependency-words.ts'
import { sittingRuleOf, typedFromJson } from './sitting-form.ts'
import { sittingWords } from '../sittings/sitting-words.ts'
import { listWords } from '#emails/parts/list-words.ts'
import { type DependencyChoice, linksFromJson } from './dependency-choice.ts'

/** How a posted value of the task's form reads to people, where that is not the value itself. */
export function taskFieldWords(field: string, value: string, choices: readonly DependencyChoice[]): string {
  if (field === 'private') return value === 'yes' ? 'private to one side' : 'visible to both sides'
  if (field === 'sittings') {
    const rule = sittingRuleOf(typedFromJson(value))
    return rule ? sittingWords(rule) : 'any working day'
  }
  if (field !== 'dependsOn') return value
  const links = linksFromJson(value).map(({ task, lagDays, type }) =>
    linkWords(
      { lagDays: Number(lagDays), type: linkTypes.find((each) => each === type) ?? 'FS' },
      choices.find(({ id }) => id === task)?.title ?? 'another task',
    ),
  )
  return links.length > 0 ? listWords(links) : 'nothing'
}
