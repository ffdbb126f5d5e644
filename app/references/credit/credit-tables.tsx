import { Name } from '#app/ui/name.tsx'
import { roleWords } from '#app/policy/role-words.ts'
import { creditWords, quarterWords, referencesWords, winsWords } from './credit-words.ts'
import type { WinsAndReferences, PersonCredit, RoleCredit } from './credit-table.ts'

/** What each person is credited with, role by role. */
export const CreditTables = ({ roles }: { roles: readonly RoleCredit[] }) => (
  <>
    {roles.map(({ role, people, most }) => (
      <section key={role} className="panel flush">
        <table className="board credit">
          <caption>{roleWords[role]}</caption>
          <thead>
            <tr>
              <th scope="col">{creditWords.person}</th>
              {people[0]?.quarters.map((_, at) => (
                <th key={at} scope="col">
                  {quarterWords(at + 1)}
                </th>
              ))}
              <th scope="col">{creditWords.year}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <CreditRow key={person.memberId} person={person} most={most} />
            ))}
          </tbody>
        </table>
      </section>
    ))}
  </>
)

const CreditRow = ({ person, most }: { person: PersonCredit; most: number }) => (
  <tr>
    <td className="strong">
      <Name>{person.name}</Name>
    </td>
    {person.quarters.map((counted, at) => (
      <td key={at} data-label={quarterWords(at + 1)}>
        <Amounts {...counted} />
      </td>
    ))}
    <td data-label={creditWords.year}>
      <Amounts {...person.year} />
      <svg className="credit-bars" width="100%" height="13" aria-hidden>
        <rect className="wins" width={share(person.year.wins, most)} height="5" rx="2.5" />
        <rect className="references" width={share(person.year.references, most)} y="8" height="5" rx="2.5" />
      </svg>
    </td>
  </tr>
)

const share = (value: number, most: number) => `${((100 * value) / most).toFixed(1)}%`

/** Nothing where nothing counts: the row is read faster. */
const Amounts = ({ wins, references }: WinsAndReferences) => (
  <>
    {wins > 0 && <span>{winsWords(wins)}</span>}
    {references > 0 && <small>{referencesWords(references)}</small>}
  </>
)
