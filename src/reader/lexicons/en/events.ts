import type { EventLexicon } from '../event-lexicon.ts'

/** What happens in English reports. */
export const EN_EVENTS: EventLexicon = {
  cues: [
    {
      type: 'weapon_used_against_aircraft',
      cues: 'shot_down downed',
      needs: 'drone drones helicopter plane jet aircraft',
    },
    { type: 'armed_clash', cues: 'traded_fire trading_fire exchanged_gunfire' },
    { type: 'force_present', cues: 'deployed deployment' },
    {
      type: 'post_established',
      cues: 'set_up established',
      needs: 'observation_post observation_posts checkpoint',
    },
    {
      type: 'shelling',
      cues: 'shelled shelling shells_hit shells_fell shells_landed shell_fire shellfire artillery_fire mortar_fire mortar_rounds mortars_hit artillery_hit shell_hit bombardment bombarded rockets_hit rocket_fire',
    },
    {
      type: 'air_strike',
      cues: 'air_strike air_strikes airstrike airstrikes air_raid air_raids bombed warplanes_hit jets_hit barrel_bombs barrel_bomb',
      weapon: 'fixed_wing',
    },
    {
      type: 'drone_attack',
      cues: 'drone_attack drone_attacks drone_strike drone_strikes attack_drones drones_hit',
      weapon: 'uav',
    },
    {
      type: 'missile_attack',
      cues: 'missile_attack missile_strike missile_strikes missiles_hit fired_missiles fired_a_missile ballistic_missile missile_fire',
      weapon: 'missile',
    },
    {
      type: 'ied',
      cues: 'roadside_bomb car_bomb landmine landmines ied explosive_device mine_blast mine_explosion',
      weapon: 'mine_ied',
    },
    {
      type: 'chemical_attack',
      cues: 'chemical_attack chlorine_attack gas_attack',
      weapon: 'chemical_alleged',
    },
    {
      type: 'armed_clash',
      cues: 'clash clashes clashed fighting_broke heavy_fighting firefight exchanged_fire exchange_of_fire battles skirmish skirmishes fought',
    },
    {
      type: 'ground_attack',
      cues: 'attacked attack attacks assault offensive stormed ambush ambushed incursion',
    },
    { type: 'raid', cues: 'raided raid' },
    { type: 'sniper_fire', cues: 'sniper sniper_fire snipers sniped', weapon: 'small_arms' },
    {
      type: 'small_arms_fire',
      cues: 'opened_fire gunfire small_arms_fire shot_at fired_on fired_at fired_upon machine_gun_fire',
      weapon: 'small_arms',
    },
    { type: 'attack_on_civilians', cues: 'massacre targeted_civilians' },
    { type: 'abduction', cues: 'abducted kidnapped abduction kidnapping' },
    { type: 'detention', cues: 'arrested detained arrests' },
    {
      type: 'violation_reported',
      cues: 'violation violations violated ceasefire_violation ceasefire_violations breach breaches breached broke_the_truce broke_the_ceasefire',
    },
    { type: 'overflight', cues: 'overflight overflights flew_over reconnaissance_flight overflew' },
    {
      type: 'weapon_withdrawn',
      cues: 'withdrew_heavy_weapons withdrawal_of_heavy_weapons pulled_back_heavy_weapons heavy_weapons_were_withdrawn guns_were_withdrawn withdrew_its_heavy_weapons withdrew_artillery',
    },
    {
      type: 'force_withdrawn',
      cues: 'withdraw withdraws withdrawing pull_out withdrew withdrawal withdrawn pulled_back pullback pulled_out pull_back redeployed redeployment',
    },
    {
      type: 'reinforcement',
      cues: 'reinforcements reinforced military_convoy convoy_of_armoured troop_build-up build-up',
    },
    { type: 'joint_patrol', cues: 'joint_patrol joint_patrols' },
    { type: 'coordinated_patrol', cues: 'coordinated_patrol coordinated_patrols' },
    { type: 'patrol', cues: 'patrol patrols patrolled' },
    {
      type: 'post_established',
      cues: 'set_up_an_observation_post set_up_a_post new_observation_post new_post established_a_post established_an_observation_post',
    },
    {
      type: 'post_encircled',
      cues: 'surrounded_the_post encircled_the_post post_was_surrounded post_was_encircled',
    },
    {
      type: 'territory_taken',
      cues: 'seized captured took_control regained_control overran recaptured retook seized_control',
    },
    {
      type: 'access_denied',
      cues: 'denied_access denied_passage denied_entry access_was_denied blocked_monitors barred_monitors prevented_monitors refused_access refused_entry turned_back denied_the_smm restricted_access blocked_the_convoy',
    },
    {
      type: 'weapon_withdrawn',
      cues: 'withdrew withdrawn withdrawal pulled_back pulled_out pull_back',
      needs: 'heavy_weapons heavy_guns tanks artillery guns howitzers rocket_launchers heavy_arms weapons',
    },
    {
      type: 'agreement_reached',
      cues: 'signed reached struck',
      needs: 'agreement deal memorandum protocol accord',
    },
    { type: 'exchange', cues: 'swapped exchanged', needs: 'prisoners detainees captives' },
    {
      type: 'road_closed',
      cues: 'closed_the_road closed_the_crossing road_was_closed crossing_was_closed blocked_the_road shut_the_crossing shut_the_road',
    },
    {
      type: 'road_opened',
      cues: 'reopen open_the_road open_the_crossing reopened opened_the_road opened_the_crossing road_was_opened crossing_was_reopened reopening',
    },
    {
      type: 'aid_delivered',
      cues: 'aid_convoy aid_trucks delivered_aid aid_delivery humanitarian_convoy aid_reached aid_entered trucks_entered distributed_aid',
    },
    { type: 'demining', cues: 'demining cleared_mines mine_clearance' },
    { type: 'displacement', cues: 'displaced fled displacement uprooted' },
    { type: 'return_of_displaced', cues: 'displaced_returned families_returned returned_to_their_homes' },
    {
      type: 'release',
      cues: 'release releases releasing released freed prisoner_swap prisoner_exchange exchanged_prisoners swap_of_prisoners release_of detainees_were_released prisoner_release exchanged_detainees',
    },
    {
      type: 'bodies_returned',
      cues: 'handed_over_the_bodies bodies_were_returned returned_the_bodies bodies_were_handed exchanged_bodies',
    },
    {
      type: 'list_exchanged',
      cues: 'exchanged_lists exchange_of_lists handed_over_the_list handed_over_lists',
    },
    {
      type: 'call',
      cues: 'phone_call telephone_call spoke_by_phone spoke_by_telephone telephone_conversation discussed_by_phone phone_conversation by_phone',
    },
    { type: 'round', cues: 'round_of_talks round_of_negotiations new_round astana_talks geneva_talks' },
    { type: 'meeting', cues: 'met meeting meetings summit held_talks' },
    {
      type: 'truce_announced',
      cues: 'announced_a_ceasefire announced_a_truce declared_a_ceasefire declared_a_truce ceasefire_took_effect truce_took_effect ceasefire_came_into_force truce_came_into_force ceasefire_entered_into_force truce_began ceasefire_began',
    },
    {
      type: 'agreement_reached',
      cues: 'signed_an_agreement reached_an_agreement reached_a_deal signed_a_deal signed_the_agreement agreed_to_extend signed_a_memorandum struck_a_deal signed_a_protocol reached_agreement',
    },
    {
      type: 'suspension_notice',
      cues: 'suspended_its_participation suspended_the_agreement suspended_participation',
    },
    { type: 'service_restored', cues: 'power_was_restored water_was_restored electricity_was_restored' },
    { type: 'fortification', cues: 'dug_trenches fortifications trenches' },
  ],
  weapons: [
    { weapon: 'mortar', cues: 'mortar mortars' },
    { weapon: 'artillery', cues: 'artillery howitzer howitzers' },
    { weapon: 'mlrs', cues: 'grad multiple_rocket rocket_launchers rocket_launcher' },
    { weapon: 'tank', cues: 'tank tanks' },
    { weapon: 'atgm', cues: 'anti-tank guided_missile' },
    { weapon: 'heavy_mg', cues: 'heavy_machine' },
    { weapon: 'rotary_wing', cues: 'helicopter helicopters barrel_bombs' },
    { weapon: 'fixed_wing', cues: 'warplane warplanes jet jets' },
    { weapon: 'uav', cues: 'drone drones' },
  ],
  belonging: [
    { id: 'ru', cues: 'russian putin lavrov shoigu' },
    { id: 'tr', cues: 'turkish erdogan cavusoglu akar' },
    { id: 'ir', cues: 'iranian rouhani zarif' },
    { id: 'us', cues: 'american' },
    { id: 'idf', cues: 'israeli' },
    { id: 'houthis', cues: 'houthi' },
    { id: 'sa', cues: 'saudi' },
    { id: 'azerbaijan-army', cues: 'azerbaijani azeri' },
    { id: 'armenian-army', cues: 'armenian' },
    { id: 'afu', cues: 'ukrainian' },
    { id: 'syrian-opposition', cues: 'rebels insurgents' },
    { id: 'lna', cues: 'haftar' },
    { id: 'rsf', cues: 'hemedti' },
    { id: 'saf', cues: 'burhan' },
    { id: 'az', cues: 'aliyev' },
    { id: 'am', cues: 'pashinyan' },
    { id: 'ua', cues: 'zelensky zelenskiy' },
    { id: 'syrian-government', cues: 'regime assad government_forces' },
  ],
  negations:
    'no not without end_to stop halt never ended stopped halted cessation_of denied denies an_end_to ceased deny',
  unreal:
    'if would will could may might plan plans planned to_prevent fear feared threat threatened warn warned call called_for urged demand proposed proposal scheduled expected avoid must should ahead_of before_any prospect possible in_case talks_on under_the_deal agreed_to to_discuss',
  pending:
    'on_the_table under_discussion is_planned are_planned is_scheduled is_expected are_expected was_postponed will_take_place will_be would_be',
  by: 'by',
}
