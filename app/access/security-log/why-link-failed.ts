/** Why a link that was sent works no longer. `sign-on`: its owner signs in by the company's provider alone. */
export type WhyLinkFailed = 'used' | 'expired' | 'revoked' | 'sign-on'
