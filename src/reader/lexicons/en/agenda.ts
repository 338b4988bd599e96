import type { AgendaLexicon } from '../agenda-lexicon.ts'

/** Words of negotiations in English. */
export const EN_AGENDA: AgendaLexicon = {
  items: {
    ceasefire: 'ceasefire cease-fire truce cessation_of_hostilities',
    detainees: 'detainees prisoners prisoner_exchange missing_persons captives detainee_file',
    constitution: 'constitution constitutional_committee constitutional_reform',
    refugees: 'return_of_refugees refugee_return refugees_return return_of_the_displaced refugees',
    reconstruction: 'reconstruction rebuilding',
    aid: 'humanitarian_aid aid_access aid_deliveries humanitarian_access',
    observers: 'observers monitors_deployment deployment_of_monitors',
    demining: 'demining mine_clearance',
    integrity: 'territorial_integrity sovereignty',
    'political-deal':
      'political_deal political_settlement political_solution political_agreement political_transition',
    elections: 'elections',
    crossings: 'reopening_of_crossings crossings',
    salaries: 'salaries salary_payments',
    withdrawal: 'withdrawal_of_forces troop_withdrawal redeployment',
  },
  converging:
    'close_on close_to_a_deal close_to_agreement progress converge converging narrowed_differences narrowing near_agreement constructive common_ground closer',
  agreed: 'agreed_on agreement_on was_agreed were_agreed',
  contested:
    'disagree disagreed disagreement differences_over no_agreement divided deadlock deadlocked dispute stalled contentious sticking_point',
  deferred:
    'postponed deferred put_off can_wait must_wait should_wait shelved delayed premature not_before on_hold left_aside',
  until: 'until before after pending wait_for waits_for awaiting',
  supports: 'supports supported backs backed endorses endorsed',
  opposes: 'rejects rejected opposes opposed refuses refused',
  withCondition: 'on_condition provided_that conditional_on',
  clauses: 'while whereas but though although',
  withinAccord:
    'within_the_agreement inside_the_agreement in_line_with_the_agreement under_the_agreement within_the_framework_of_the_agreement within_the_deal consistent_with_the_agreement in_accordance_with_the_agreement within_the_memorandum within_the_framework within_the_limits',
  onlyInAnswer:
    'only_in_response only_answer only_respond only_to_provocations in_response_to_provocations self-defence self-defense right_to_respond if_we_are_fired unless_fired unless_attacked only_if_attacked only_reply only_return_fire',
  intend: 'we_want we_aim we_hope we_will we_plan our_goal aim_to we_intend we_are_working expect',
}
