import { paths } from '#app/kit/paths.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { Button } from '#app/ui/button.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { PersonRow } from './erasure-queries.server.ts'
import { findPersonWords, foundPersonWords } from './erasure-words.ts'

type Props = { typed: string; asked: readonly PersonRow[]; people: readonly PersonRow[] | null }

/** Looks for the person to erase. A plain GET form, so that the address holds the search. */
export function FindPersonForm({ typed, asked, people }: Props) {
  return (
    <Panel>
      <h2>{findPersonWords.title}</h2>
      <p>{findPersonWords.intro}</p>
      {asked.length > 0 && (
        <>
          <h3>{findPersonWords.asked}</h3>
          <PeopleList people={asked} />
        </>
      )}
      <form method="get" action="/workspace/data" className="form after-fields">
        <div className="fields">
          <TextField
            name="who"
            label={findPersonWords.who}
            width="half"
            value={typed}
            autoComplete="off"
            maxLength={254}
          />
        </div>
        <div className="acts">
          <Button type="submit">{findPersonWords.find}</Button>
        </div>
      </form>
      {people && (people.length > 0 ? <PeopleList people={people} /> : <p role="status">{findPersonWords.none}</p>)}
    </Panel>
  )
}

const PeopleList = ({ people }: { people: readonly PersonRow[] }) => (
  <ul className="people bare">
    {people.map(({ kind, id, name, email }) => (
      <li key={id}>
        <span>
          <PageLink className="text-link" to={paths.personData(id)}>
            <b>{name}</b>
          </PageLink>
          <small>{foundPersonWords(email, kind)}</small>
        </span>
      </li>
    ))}
  </ul>
)
