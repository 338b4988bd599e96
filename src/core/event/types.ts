/**
 * The tree of event types. A pattern in an accord matches a type or any of its descendants.
 * Roots are Hudna's classes (shared domain §2.6); leaves name what monitors count.
 */
export const PARENT: Readonly<Record<string, string | undefined>> = {
  hostile: undefined,
  remote_violence: 'hostile',
  shelling: 'remote_violence',
  air_strike: 'remote_violence',
  drone_attack: 'remote_violence',
  missile_attack: 'remote_violence',
  ied: 'remote_violence',
  chemical_attack: 'remote_violence',
  ground_attack: 'hostile',
  armed_clash: 'ground_attack',
  raid: 'ground_attack',
  sniper_fire: 'hostile',
  small_arms_fire: 'hostile',
  attack_on_civilians: 'hostile',
  attack_on_post: 'hostile',
  weapon_used_against_aircraft: 'hostile',

  violation_alleged: undefined,
  violation_reported: 'violation_alleged',

  air_activity: undefined,
  overflight: 'air_activity',
  drone_flight: 'air_activity',

  territorial_change: undefined,
  territory_taken: 'territorial_change',
  territory_ceded: 'territorial_change',

  force_movement: undefined,
  reinforcement: 'force_movement',
  heavy_weapon_seen: 'force_movement',
  weapon_withdrawn: 'force_movement',
  force_withdrawn: 'force_movement',
  group_withdrawn: 'force_movement',
  force_present: 'force_movement',
  fortification: 'force_movement',

  post_or_patrol: undefined,
  patrol: 'post_or_patrol',
  joint_patrol: 'patrol',
  coordinated_patrol: 'patrol',
  drone_monitoring: 'post_or_patrol',
  post_established: 'post_or_patrol',
  post_open: 'post_or_patrol',
  post_closed: 'post_or_patrol',
  post_encircled: 'post_or_patrol',

  access_restriction: undefined,
  access_denied: 'access_restriction',
  road_closed: 'access_restriction',

  humanitarian: undefined,
  road_opened: 'humanitarian',
  aid_delivered: 'humanitarian',
  service_restored: 'humanitarian',
  demining: 'humanitarian',
  return_of_displaced: 'humanitarian',

  displacement: undefined,

  detention: undefined,
  abduction: 'detention',

  exchange: undefined,
  release: 'exchange',
  bodies_returned: 'exchange',
  list_exchanged: 'exchange',

  talks: undefined,
  meeting: 'talks',
  call: 'talks',
  round: 'talks',

  agreement: undefined,
  agreement_reached: 'agreement',
  truce_announced: 'agreement',
  maps_agreed: 'agreement',
  lines_agreed: 'agreement',
  committee_formed: 'agreement',
  report_published: 'agreement',

  suspension_notice: undefined,
  statement: undefined,
  deadline: undefined,
}

export type EventType = string

export const EVENT_TYPES: readonly EventType[] = Object.keys(PARENT)

/** Is `type` the same as `ancestor`, or below it in the tree? */
export function isA(type: EventType, ancestor: EventType): boolean {
  for (let t: string | undefined = type; t !== undefined; t = PARENT[t]) if (t === ancestor) return true
  return false
}

/** The types named and everything below them. */
export function closureOf(types: readonly EventType[]): ReadonlySet<EventType> {
  return new Set(EVENT_TYPES.filter(t => types.some(a => isA(t, a))))
}

/** Weapon classes, light to heavy; the index is the step on the proportionality ladder. */
export const WEAPON_LADDER = [
  'small_arms',
  'heavy_mg',
  'mortar',
  'artillery',
  'mlrs',
  'tank',
  'ifv',
  'atgm',
  'manpads',
  'rotary_wing',
  'fixed_wing',
  'uav',
  'missile',
  'chemical_alleged',
  'mine_ied',
] as const
export type WeaponClass = (typeof WEAPON_LADDER)[number]
