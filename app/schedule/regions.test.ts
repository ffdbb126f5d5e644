import { expect, test } from 'vitest'
import { isRegion } from './holidays.server.ts'
import { listRegions, readRegion, regionName } from './regions.server.ts'

test.each([
  ['UK', 'GB'],
  ['uk', 'GB'],
  ['Great Britain', 'GB'],
  ['USA', 'US'],
  ['U.S.A.', 'US'],
  ['United States', 'US'],
  ['Germany', 'DE'],
  [' germany ', 'DE'],
  ['Deutschland', 'DE'],
  ['Allemagne', 'DE'],
  ['Italy', 'IT'],
  ['Turkey', 'TR'],
  ['Österreich', 'AT'],
  ['cote d’ivoire', 'CI'],
  ['Bavaria', 'DE-BY'],
  ['Bayern', 'DE-BY'],
  ['Bavaria, Germany', 'DE-BY'],
  ['Germany, Bavaria', 'DE-BY'],
  ['Bayern (DE)', 'DE-BY'],
  ['Thuringen', 'DE-TH'],
  ['Zürich', 'CH-ZH'],
  ['Scotland', 'GB-SCT'],
  ['New York', 'US-NY'],
  ['Georgia, USA', 'US-GA'],
  ['Georgia (country)', 'GE'],
  ['DE-BY', 'DE-BY'],
  ['de-by', 'DE-BY'],
  ['GB', 'GB'],
  ['The Netherlands', 'NL'],
  ['Republic of Ireland', 'IE'],
  ['Republic of China', 'TW'],
  ['Ivory Coast', 'CI'],
  ['Baden-Wuerttemberg', 'DE-BW'],
  ['Oesterreich', 'AT'],
  ['Germany - Bavaria', 'DE-BY'],
  ['NRW', 'DE-NW'],
  ['NSW', 'AU-NSW'],
  ['TX', 'US-TX'],
])('%j is %s', (typed, code) => {
  expect(readRegion(typed)).toEqual({ code })
})

test.each([
  ['WA', '“WA” can be Washington, United States or Western Australia, Australia. Please choose one from the list.'],
  ['Georgia', '“Georgia” can be Georgia (country) or Georgia, United States. Please choose one from the list.'],
  ['Germ', '“Germ” is not known here. Did you mean Germany?'],
  ['Atlantis', '“Atlantis” is not known here. Use names such as Germany or Bavaria.'],
  ['DE-XX', '“DE-XX” is not known here. Use names such as Germany or Bavaria.'],
])('%j is asked back', (typed, fault) => {
  expect(readRegion(typed)).toEqual({ fault })
})

test('every region of the list has a name of its own, which leads back to it', () => {
  const regions = listRegions()
  expect(new Set(regions.map(({ name }) => name)).size).toBe(regions.length)
  for (const { code, name } of regions) {
    expect(isRegion(code), code).toBe(true)
    expect(readRegion(name), name).toEqual({ code })
    expect(readRegion(code), code).toEqual({ code })
    expect(regionName(code)).toBe(name)
  }
})

test('a code that is no longer known keeps standing for itself', () => {
  expect(regionName('XX')).toBe('XX')
})
