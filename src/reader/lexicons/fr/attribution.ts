import type { WesternLexicon } from '../western-lexicon.ts'
import { FR_SPEAKERS } from './actors.ts'

/** How French reports attribute words. */
export const FR_ATTRIBUTION: WesternLexicon = {
  speakers: FR_SPEAKERS,
  verbs: [
    { act: 'say', forms: 'fait_état font_état', frames: 'de d' },
    {
      act: 'say',
      forms:
        'dit disent déclaré déclare déclarent déclarait indiqué indique indiquent expliqué explique précisé précise précisent écrit écrivent fait_savoir noté note souligné souligne rappelé rappelle relevé raconté raconte estime_savoir signalé signale tweeté confié confie observé lancé lance martelé lâché résumé commenté fait_valoir',
    },
    { act: 'say', forms: 'rapporté rapporte rapportent rapportait', frames: 'c o' },
    { act: 'add', forms: 'ajouté ajoute ajoutent poursuivi poursuit' },
    {
      act: 'affirm',
      forms:
        'affirmé affirme affirment assuré assure assurent  insisté insiste réaffirmé martelé soutenu soutient certifié',
      frames: 'c o sur',
    },
    {
      act: 'announce',
      forms: 'confirmé confirme confirment annoncé annonce annoncent proclamé révélé révèle',
      frames: 'c o',
    },
    { act: 'concede', forms: 'reconnu reconnaît reconnaissent admis admet concédé avoué', frames: 'c o' },
    {
      act: 'deny',
      forms: 'démenti dément démentent nié nie nient réfuté réfute réfutent contesté',
      frames: 'c o',
    },
    { act: 'accuse', forms: 'accusé accuse accusent', frames: 'de d t' },
    {
      act: 'warn',
      forms: 'averti avertit avertissent prévenu mis_en_garde met_en_garde mettent_en_garde alerté',
      frames: 'c contre de sur t',
    },
    { act: 'threaten', forms: 'menacé menace menacent', frames: 'de d c t' },
    {
      act: 'commit',
      forms: 'promis promet promettent engagé engagée engagés engage_à engagent juré garanti',
      frames: 'à de d c o',
    },
    {
      act: 'demand',
      forms:
        'appelé appelle appellent exhorté exhorte demandé demande demandent exigé exige exigent réclamé réclame invité',
      frames: 'à c o de d t',
    },
    {
      act: 'reject',
      forms:
        'rejeté rejette rejettent condamné condamne condamnent dénoncé dénonce dénoncent critiqué critique exclu exclut refusé refuse refusent',
      frames: 'c o de d',
    },
    { act: 'welcome', forms: 'salué salue saluent félicité', frames: 'o' },
    {
      act: 'express',
      forms:
        's_est_dit se_dit s_est_dite se_sont_dits exprimé exprime espère espéré espèrent souhaité souhaite dit_espérer',
      frames: 'c o',
    },
    {
      act: 'opine',
      forms:
        'estimé estime estiment jugé juge jugent considéré considère qualifié qualifie pense croit décrit',
      frames: 'c o',
    },
    { act: 'claim', forms: 'prétendu prétend prétendent', frames: 'c o' },
  ],
  according: 'selon d_après d’après à_en_croire de_source aux_dires_de',
  citing: 'citant qui_cite qui_citent qui_citait citant_de en_citant se_référant_à',
  carriedBy:
    'publié_par publiée_par relayé_par relayée_par diffusé_par diffusée_par cité_par citée_par cités_par repris_par rapporté_par transmis_par émis_par',
  spokenTo:
    'entretien_à entretien_avec interview_à interview_avec confié_à interrogé_par interrogée_par contacté_par joint_par',
  that: 'que qu si comment pourquoi',
  auxiliaries:
    'a ont avait avaient aurait auraient est sont était s se également aussi ensuite t il elle ils elles même alors récemment déjà depuis',
  negations: 'pas jamais n ne',
  pronouns: 'il elle ils elles on',
  impersonal:
    'il_a_été_rapporté il_a_été_annoncé on_rapporte on_apprend aurait_été_annoncé on_a_appris il_se_dit',
  hisWords: 'selon_lui selon_elle selon_eux selon_ses_termes',
  silent:
    'refusé_de_commenter refuse_de_commenter pas_commenté pas_souhaité pas_voulu pas_réagi abstenu_de pas_confirmé refusé_de_répondre souhaité_faire_de_commentaire',
  to: 'à au aux',
  boundaries: 'et mais alors tandis que qu où qui lorsque après avant comme car dont quand puis',
  inside: 'de du des la le les l d à en au aux pour sur chargé dans',
  after:
    'à au aux lors dans sur après avant pendant devant lundi mardi mercredi jeudi vendredi samedi dimanche hier depuis via par en que qu cité citant avec sans pour contre ajoutant',
  asides: 'qui citant dont interrogé cité dans lors en après avant selon joint contacté lui elle interrogée',
  leads:
    'de_son_côté pour_sa_part cependant mais et par_ailleurs dimanche lundi mardi mercredi jeudi vendredi samedi toutefois auparavant',
  cues: {
    noIntent:
      'aucune_intention pas_l_intention n_a_pas_l_intention aucun_plan aucun_projet ne_prévoit_pas ne_prévoyons_pas ne_prévoient_pas ne_planifie_pas ne_comptons_pas ne_compte_pas pas_responsable n_a_pas_visé n_avons_pas n_avait_pas_visé pas_impliqué faux fausse dénué_de_fondement sans_fondement',
    retaliate:
      'répondrons répondra répondront riposterons ripostera riposteront riposter répliquer répliquerons répliquera riposte représailles répondre punirons',
    any: 'toute tout chaque',
    prevent: 'permettrons permettra laisserons laissera tolérerons abandonnerons laisser',
    hostile:
      'attaquerons attaquera attaquer violerons violera violer frapper lancerons lancera bombarder bombarderons viserons escalade',
    willNot:
      'ne_permettrons_pas ne_laisserons_pas ne_laissera_pas ne_permettra_pas ne_retirerons_pas ne_retirera_pas ne_violerons_pas ne_violera_pas ne_attaquerons_pas n_attaquerons_pas n_attaquera_pas n_accepterons_pas n_acceptera_pas ne_négocierons_pas ne_négociera_pas ne_céderons_pas ne_cédera_pas ne_reviendra_pas ne_partirons_pas ne_signerons_pas ne_lancerons_pas ne_tolérerons_pas ne_se_retirera_pas ne_nous_retirerons_pas ne_bougerons_pas ne_rendrons_pas ne_quitterons_pas ne_quittera_pas ne_lâcherons_pas',
    may: 'pourrait peut risque pourraient risquent peuvent risquait',
    collapse:
      'effondrer effondrement échouer échec escalade catastrophe guerre dégénérer détériorer dérapage s_effondrer conséquences voler_en_éclats rompre embrasement',
    must: 'doit doivent faut devons devrait devraient nécessaire indispensable',
    violate: 'violé viole violent violation violations enfreint rompu violant bafoué violée entravé entrave',
    future: 'va vont allons allait sera seront serons',
    scheduled:
      'échange échanges échangées échangés rencontre réunion pourparlers discussions conférence sommet session listes visite signature négociations délégation lieu',
    completed:
      'achevé achevée terminé terminée commencé débuté ouvert ouverte conclu signé retiré libéré livré arrivé remis fini accordé convenu',
    committed:
      'engagé engagés engagement attaché attachés attachée respectons respecte prêt_à prêts_à prête_à résolu',
    evaluation:
      'fragile solide bon bonne mauvais positif positive négatif important difficile inacceptable possible impossible clair étape occasion fort faible constructif grave dangereux progrès solution tient précaire',
    refuse: 'refus rejet refusons rejette opposition opposé',
    agree: 'accord_à acceptation accepté accepte approbation approuvé accepter',
    we: 'nous notre nos je',
    conditions:
      'si sauf_si à_moins_que à_condition_que à_condition_de en_cas_de pourvu_que sauf_pour excepté à_condition sauf',
    until: 'avant jusqu_à avant_que tant_que',
    conditionEnds: 'selon ajoute ajoutant',
    glosses:
      'ce_qu_il_a_qualifié_de ce_qu_il_appelle ce_qu_il_a_appelé ceux_qu_il_a_qualifiés_de ceux_qu_il_appelle ce_qu_elle_appelle ce_qu_elle_a_qualifié_de soi_disant qu_il_qualifie_de qu_il_a_qualifiés_de qu_elle_qualifie_de',
  },
}
