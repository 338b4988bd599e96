import type { WesternLexicon } from '../western-lexicon.ts'
import { EN_SPEAKERS } from './actors.ts'

/** How English reports attribute words. */
export const EN_ATTRIBUTION: WesternLexicon = {
  speakers: EN_SPEAKERS,
  verbs: [
    { act: 'opine', forms: 'did_not_rule_out not_ruled_out does_not_rule_out', frames: 'c o' },
    { act: 'announce', forms: 'claimed_responsibility claims_responsibility', frames: 'for o' },
    {
      act: 'say',
      forms:
        'said says say saying told tells wrote writes stated states tweeted posted noted notes explained remarked commented observed recalled indicated was_quoted_as_saying were_quoted_as_saying is_quoted_as_saying was_cited_as_saying quoted_as_saying disclosed described_how',
    },
    { act: 'say', forms: 'reported reports report' },
    { act: 'add', forms: 'added adds continued went_on_to_say also_said' },
    {
      act: 'affirm',
      forms:
        'affirmed stressed stresses reiterated insisted insists emphasised emphasized underlined assured maintained underscored',
      frames: 'c o',
    },
    {
      act: 'announce',
      forms: 'announced announces confirmed confirms declared declares revealed unveiled',
      frames: 'c o',
    },
    { act: 'concede', forms: 'admitted admits acknowledged acknowledges conceded', frames: 'c o' },
    {
      act: 'deny',
      forms:
        'denied denies rejected_claims rejected_reports dismissed_reports dismissed_claims rebuffed_claims',
      frames: 'c o',
    },
    { act: 'accuse', forms: 'accused accuses blamed blames', frames: 'of for t' },
    { act: 'warn', forms: 'warned warns cautioned cautions', frames: 'c of against t' },
    {
      act: 'threaten',
      forms: 'threatened threatens vowed_to_retaliate vowed_retaliation vowed_to_respond',
      frames: 'c to with o',
    },
    {
      act: 'commit',
      forms: 'pledged pledges promised promises vowed vows undertook committed_to guaranteed',
      frames: 'c to o',
    },
    {
      act: 'demand',
      forms: 'urged urges called_on calls_on appealed_to pressed asked',
      frames: 'c to o t',
    },
    { act: 'demand', forms: 'called_for calls_for demanded demands appealed_for requested', frames: 'c o' },
    {
      act: 'reject',
      forms:
        'rejected rejects condemned condemns criticised criticized denounced denounces ruled_out dismissed slammed deplored',
      frames: 'c o',
    },
    { act: 'welcome', forms: 'welcomed welcomes praised hailed', frames: 'o' },
    { act: 'express', forms: 'expressed voiced hoped hopes hailed', frames: 'c o' },
    {
      act: 'opine',
      forms:
        'described describes called believes believed thinks thought considers considered argued argues suggested suggests predicted',
      frames: 'c o',
    },
    { act: 'claim', forms: 'claimed claims alleged alleges', frames: 'c o' },
  ],
  according: 'according_to per',
  citing: 'citing quoting cited attributing_it_to in_reference_to',
  carriedBy:
    'carried_by published_by released_by quoted_by cited_by reported_by broadcast_by aired_by posted_by issued_by distributed_by relayed_by',
  spokenTo:
    'interview_with interview_to remarks_to comments_to speaking_to statement_to telling spoke_to speaking_on',
  that: 'that how why whether',
  auxiliaries:
    'has have had was were is are later also then earlier again did does would will repeatedly meanwhile separately however recently previously now today strongly flatly publicly immediately already once subsequently reportedly',
  negations: 'not never',
  pronouns: 'he she they it who',
  impersonal:
    'it_was_reported it_was_said it_is_reported it_is_said reportedly it_was_announced it_was_claimed',
  hisWords: 'in_his_words in_her_words according_to_him according_to_her according_to_them',
  silent:
    'declined_to refused_to did_not_immediately did_not have_not has_not had_not failed_to could_not avoided without would_not without_saying without_confirming',
  to: 'to',
  boundaries:
    'and but while as because after before when where which although though since if then that whereas',
  inside: 'of for in from at on with to the',
  after:
    'on in at during after before late early yesterday today to via through from by while when as about over ahead following amid but and with adding against without since until where',
  asides:
    'who which citing quoting speaking referring whose in on at after during when where while according adding as told carried published quoted whom talking asked responding wearing',
  leads:
    'meanwhile earlier later however on in at but and also separately instead then meantime similarly additionally',
  cues: {
    noIntent:
      'no_plan no_plans plan_no plans_no no_intention not_intend not_plan not_planning no_intent not_seek does_not_intend do_not_intend not_involved not_responsible not_behind not_carried not_carry not_target not_targeted not_violated not_shelled not_fired no_operation no_truth untrue false baseless not_true never_attacked',
    retaliate:
      'respond retaliate retaliation answer response punish crush strike_back hit_back pay_the_price responded fire_back',
    any: 'any every',
    prevent: 'allow let permit tolerate_the_collapse abandon walk_away',
    hostile:
      'attack strike shell violate break breach target escalate launch start act move obstruct fire advance',
    willNot: 'will_not won_t would_not not_going_to wouldn_t shall_not never',
    may: 'may might could risk risks risked likely',
    collapse:
      'collapse collapses collapsing unravel fail failing escalate escalation catastrophe disaster war spiral worsen deteriorate deterioration break_down breakdown jeopardise jeopardize threatened danger resume_of_fighting consequences unravelling',
    must: 'must should need_to needs_to have_to has_to ought necessary essential vital required',
    violate:
      'violated violate violating violation violations breached breaching breach breaches broke broken violates obstructed obstructing sabotaged',
    future: 'will ll would going_to shall',
    scheduled:
      'exchange exchanged swap swapped meeting meet talks round conference summit session lists visit signing held negotiations take_place delegation',
    completed:
      'completed complete finished concluded begun began started opened reached signed withdrawn withdrew released delivered arrived handed ended agreed',
    committed:
      'committed commits commitment adhere adhering abide abiding ready_to respects respecting stick sticking',
    evaluation:
      'fragile holding good bad positive negative important difficult unacceptable possible impossible clear step opportunity strong weak constructive serious dangerous dead progress remains solution only supports support backs',
    refuse: 'refusal rejection refuses refused opposes opposed not_accept reject',
    agree: 'agreed agreement_to acceptance accepts accepted approved approval',
    we: 'we our us i my',
    conditions:
      'if unless provided_that on_condition_that in_case in_the_event as_long_as except only_if only_after until_after in_return_for in_exchange_for',
    until: 'before until till',
    conditionEnds: 'he she according adding said says',
    glosses:
      'what_he_called what_she_called what_it_called what_they_called what_he_described_as what_she_described_as what_it_described_as what_they_described_as so_called whom_he_called what_it_says_are those_he_called people_he_called',
  },
}
