import { initial } from './name-words.ts'

export type CompanyLogoProps = { side: 'vendor' | 'customer'; name: string; logo: string | null }

/** A company's name with its logo, else with its first letter in the shape and colour of its side. */
export function CompanyLogo({ side, name, logo }: CompanyLogoProps) {
  return (
    <span className="logo" translate="no">
      {logo ? (
        <img src={logo} alt="" width="22" height="22" />
      ) : (
        <svg viewBox="0 0 22 22" width="22" height="22" aria-hidden="true" className={side}>
          {side === 'vendor' ? <rect width="22" height="22" rx="6" /> : <circle cx="11" cy="11" r="11" />}
          <text x="11" y="15.4" textAnchor="middle">
            {initial(name)}
          </text>
        </svg>
      )}
      <bdi>{name}</bdi>
    </span>
  )
}
