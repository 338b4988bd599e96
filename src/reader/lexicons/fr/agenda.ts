import type { AgendaLexicon } from '../agenda-lexicon.ts'

/** Words of negotiations in French. */
export const FR_AGENDA: AgendaLexicon = {
  items: {
    ceasefire: 'cessez-le-feu trêve cessation_des_hostilités',
    detainees: 'détenus prisonniers disparus captifs',
    constitution: 'constitution comité_constitutionnel réforme_constitutionnelle',
    refugees: 'retour_des_réfugiés réfugiés retour_des_déplacés',
    reconstruction: 'reconstruction',
    aid: 'aide_humanitaire accès_humanitaire',
    observers: 'observateurs déploiement_d_observateurs',
    demining: 'déminage',
    integrity: 'intégrité_territoriale souveraineté',
    'political-deal': 'accord_politique solution_politique règlement_politique',
    elections: 'élections',
    crossings: 'réouverture_des_passages',
    salaries: 'salaires',
    withdrawal: 'retrait_des_forces retrait_des_troupes',
  },
  converging: 'proches_d_un_accord progrès rapproch* avancée* terrain_d_entente constructif*',
  agreed: 'se_sont_entendus accord_sur convenu_de',
  contested: 'désaccord* divergence* blocage* aucun_accord litige* achoppe*',
  deferred: 'reporté* différé* repoussé* suspendu* peut_attendre peuvent_attendre prématuré*',
  until: 'jusqu_à avant après tant_que',
  supports: 'soutient appuie soutiennent',
  opposes: 'rejette refuse s_oppose refusent rejettent',
  withCondition: 'à_condition',
  clauses: 'tandis mais alors_que en_revanche',
  withinAccord: 'dans_le_cadre_de_l_accord conforme_à_l_accord dans_les_limites_de_l_accord',
  onlyInAnswer:
    'seulement_en_réponse uniquement_en_réponse légitime_défense qu_en_réponse droit_de_riposter qu_aux_provocations',
  intend: 'nous_voulons nous_espérons notre_objectif nous_comptons',
}
