import { type AccessGroup, accessColumns } from './permission-groups.ts'
import { roleWords } from '#app/policy/role-words.ts'
import { permissionTableWords } from './permission-words.ts'

type Props = {
  /** Names the table. */
  caption: string
  /** What its rows are. */
  head: string
  groups: readonly AccessGroup[]
  /** The vendor's name; the other side is "Customer". */
  vendor: string
}

const roles = accessColumns.flatMap(({ side, roles: ofSide }) => ofSide.map((role) => ({ role, side })))

/** Who may what: rows of commands or pages, a column for each role. On a phone each row is a card that names who may. */
export function PermissionTable({ caption, head, groups, vendor }: Props) {
  return (
    <table className="access-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <td />
          {accessColumns.map(({ side, roles: ofSide }) => (
            <th key={side} scope="colgroup" colSpan={ofSide.length} className={side}>
              {side === 'vendor' ? vendor : permissionTableWords.customer}
            </th>
          ))}
        </tr>
        <tr>
          <th scope="col">{head}</th>
          {roles.map(({ role, side }) => (
            <th key={role} scope="col" className={side}>
              {roleWords[role]}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ title, rows }) => (
        <tbody key={title}>
          <tr className="group">
            <th scope="rowgroup" colSpan={roles.length + 1}>
              {title}
            </th>
          </tr>
          {rows.map(({ id, words, note, may }) => (
            <tr key={id}>
              <th scope="row">
                {words}
                {note && <small>{note}</small>}
                <small className="technical">{id}</small>
              </th>
              {roles.map(({ role, side }) => (
                <Cell key={role} may={may[role]} side={side} role={roleWords[role]} />
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

function Cell({ may, side, role }: { may: boolean; side: string; role: string }) {
  return may ? (
    <td className={`yes ${side}`} data-role={role}>
      <span aria-hidden="true">✓</span> <span className="may">{permissionTableWords.yes}</span>
    </td>
  ) : (
    <td className={`no ${side}`}>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{permissionTableWords.no}</span>
    </td>
  )
}
