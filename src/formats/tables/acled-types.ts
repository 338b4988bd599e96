import type { EventType } from '../../core/event/types.ts'

/** ACLED's 25 sub-events as Hudna types (ACLED codebook 2023; shared domain §2.1). What ACLED leaves open stays several types. */
export const FROM_ACLED: Readonly<Record<string, readonly EventType[]>> = {
  'Armed clash': ['armed_clash'],
  'Government regains territory': ['territory_taken'],
  'Non-state actor overtakes territory': ['territory_taken'],
  'Chemical weapon': ['chemical_attack'],
  'Air/drone strike': ['air_strike', 'drone_attack'],
  'Suicide bomb': ['ied'],
  'Shelling/artillery/missile attack': ['shelling', 'missile_attack'],
  'Remote explosive/landmine/IED': ['ied'],
  Grenade: ['small_arms_fire'],
  'Sexual violence': ['attack_on_civilians'],
  Attack: ['attack_on_civilians'],
  'Abduction/forced disappearance': ['abduction'],
  'Peaceful protest': ['statement'],
  'Protest with intervention': ['attack_on_civilians'],
  'Excessive force against protesters': ['attack_on_civilians'],
  'Violent demonstration': ['attack_on_civilians'],
  'Mob violence': ['attack_on_civilians'],
  Agreement: ['agreement'],
  Arrests: ['detention'],
  'Change to group/activity': ['force_movement'],
  'Disrupted weapons use': ['weapon_used_against_aircraft'],
  'Headquarters or base established': ['post_established'],
  'Looting/property destruction': ['attack_on_civilians'],
  'Non-violent transfer of territory': ['territory_ceded'],
}

/** Hudna type to ACLED's event and sub-event, for what ACLED can carry; the rest is "Strategic developments / Other". */
export function toAcled(type: EventType): { readonly event: string; readonly sub: string } {
  switch (type) {
    case 'armed_clash':
    case 'ground_attack':
    case 'raid':
      return { event: 'Battles', sub: 'Armed clash' }
    case 'territory_taken':
      return { event: 'Battles', sub: 'Non-state actor overtakes territory' }
    case 'chemical_attack':
      return { event: 'Explosions/Remote violence', sub: 'Chemical weapon' }
    case 'air_strike':
    case 'drone_attack':
      return { event: 'Explosions/Remote violence', sub: 'Air/drone strike' }
    case 'shelling':
    case 'missile_attack':
    case 'remote_violence':
      return { event: 'Explosions/Remote violence', sub: 'Shelling/artillery/missile attack' }
    case 'ied':
      return { event: 'Explosions/Remote violence', sub: 'Remote explosive/landmine/IED' }
    case 'attack_on_civilians':
      return { event: 'Violence against civilians', sub: 'Attack' }
    case 'abduction':
      return { event: 'Violence against civilians', sub: 'Abduction/forced disappearance' }
    case 'detention':
      return { event: 'Strategic developments', sub: 'Arrests' }
    case 'post_established':
      return { event: 'Strategic developments', sub: 'Headquarters or base established' }
    case 'territory_ceded':
      return { event: 'Strategic developments', sub: 'Non-violent transfer of territory' }
    case 'agreement':
    case 'agreement_reached':
    case 'truce_announced':
      return { event: 'Strategic developments', sub: 'Agreement' }
    default:
      return { event: 'Strategic developments', sub: 'Other' }
  }
}
