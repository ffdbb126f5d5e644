const apple = 'Apple Passwords'
const windows = 'Windows Hello'

/** Where a passkey is kept, by the AAGUID of its authenticator, as the makers publish them; those that most people have. */
const providers: Readonly<Record<string, string>> = {
  'ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4': 'Google Password Manager',
  'fbfc3007-154e-4ecc-8c0b-6e020557d7bd': apple,
  'dd4ec289-e01d-41c9-bb89-70fa845d4bf2': apple,
  'adce0002-35bc-c60a-648b-0b25f1f05503': 'Chrome on a Mac',
  '08987058-cadc-4b81-b6e1-30de50dcbe96': windows,
  '9ddd1817-af5a-4672-a2b9-3e3dd95000a9': windows,
  '6028b017-b1d4-4c02-b4b3-afcdafc96bb2': windows,
  'bada5566-a7aa-401f-bd96-45619a55120d': '1Password',
  'd548826e-79b4-db40-a3d8-11116f7e8349': 'Bitwarden',
  '531126d6-e717-415c-9320-3d9aa6981239': 'Dashlane',
  '53414d53-554e-4700-0000-000000000000': 'Samsung Pass',
}

/** What a passkey is called until its owner names it. @param device the browser that made it, in words */
export const passkeyNameWords = (aaguid: string, device: string): string => providers[aaguid] ?? device
