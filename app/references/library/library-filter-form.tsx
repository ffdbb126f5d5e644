import { Form } from '@remix-run/react'
import { kindLabels } from '#app/runner/events/reference-kind-words.ts'
import { referenceKinds } from '#app/runner/events/reference-kinds.ts'
import { textSizes } from '#app/kit/limits.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { type LibraryFilter, facets } from './library-filter.ts'
import type { FacetValues } from './library-view.ts'
import { facetLabels, libraryWords } from './library-words.ts'

/** Searches the references; the filter is in the address, so that it can be bookmarked and shared. */
export function LibraryFilterForm({ filter, values }: { filter: LibraryFilter; values: FacetValues }) {
  const offered = facets.filter((facet) => values[facet].length > 0)
  return (
    <Form method="get" className="log-filter library-filter" role="search" aria-label={libraryWords.filter}>
      <TextField
        name="q"
        label={libraryWords.search}
        placeholder={libraryWords.searchHint}
        value={filter.q}
        maxLength={textSizes.title}
        autoComplete="off"
      />
      <SelectField
        name="kind"
        label={libraryWords.kind}
        value={filter.kind ?? ''}
        options={[
          { value: '', text: libraryWords.any },
          ...referenceKinds.map((kind) => ({ value: kind, text: kindLabels[kind] })),
        ]}
      />
      {offered.map((facet) => (
        <SelectField
          key={facet}
          name={facet}
          label={facetLabels[facet]}
          value={filter[facet] ?? ''}
          options={[{ value: '', text: libraryWords.any }, ...values[facet].map((value) => ({ value, text: value }))]}
        />
      ))}
      <Button type="submit">{libraryWords.show}</Button>
    </Form>
  )
}
