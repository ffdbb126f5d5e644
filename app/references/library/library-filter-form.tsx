import { Form } from '@remix-run/react'
import { textSizes } from '#app/kit/limits.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { KindField, NarrowingField } from '../narrowing-field.tsx'
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
      <KindField label={libraryWords.kind} chosen={filter.kind} />
      {offered.map((facet) => (
        <NarrowingField
          key={facet}
          name={facet}
          label={facetLabels[facet]}
          chosen={filter[facet]}
          values={values[facet]}
        />
      ))}
      <Button type="submit">{libraryWords.show}</Button>
    </Form>
  )
}
