import { Form } from '@remix-run/react'
import { searchBounds } from '#app/kit/limits.ts'
import { Button } from '#app/ui/button.tsx'
import { searchPageWords } from './search-words.ts'

/** What is looked for is in the address, so that it can be shared. */
export function SearchForm({ typed }: { typed: string }) {
  return (
    <Form method="get" action="/search" role="search" aria-label={searchPageWords.title} className="search-form">
      <div className="search-row">
        <div className="field">
          <label htmlFor="search-for">{searchPageWords.field}</label>
          <input
            id="search-for"
            type="search"
            name="q"
            defaultValue={typed}
            dir="auto"
            autoComplete="off"
            maxLength={searchBounds.letters}
          />
        </div>
        <Button type="submit" tone="main">
          {searchPageWords.title}
        </Button>
      </div>
    </Form>
  )
}
