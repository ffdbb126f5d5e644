import type { LinkType } from '#app/schedule/model.ts'
import { fromJsonList } from '#app/kit/from-json-list.ts'

export type DependencyChoice = {
  id: string
  title: string
  milestone: string
  /** Whether the reader's side keeps it to itself, so that it stays off paper. */
  isPrivate: boolean
}

export type ChosenLink = { task: string; lagDays: number; type: LinkType }

export type ShownLink = { task: string; lagDays: string; type: string }

/** The links that a hidden field carries as JSON. */
export const linksFromJson = (text: string): ShownLink[] =>
  (fromJsonList(text) ?? []).map(({ task = '', lagDays = '0', type = 'FS' }) => ({ task, lagDays, type }))
