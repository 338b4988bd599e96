import type { SpeakerLexicon } from '../speaker-lexicon.ts'

/** Who speaks in French reports. */
export const FR_SPEAKERS: SpeakerLexicon = {
  roles:
    'ministre porte-parole président présidente premier_ministre commandant général colonel lieutenant capitaine amiral émissaire envoyé envoyée ambassadeur ambassadrice représentant représentante secrétaire chef dirigeant directeur directrice gouverneur maire roi prince cheikh m mme dr professeur analyste expert chercheur adjoint conseiller négociateur médiateur coordinateur coordonnateur commissaire député sénateur journaliste correspondant responsable numéro patron chancelier militante militant',
  sources:
    'source responsable diplomate témoin officier soldat combattant habitant militant proche médecin officiel fonctionnaire haut_responsable militaire',
  collectives:
    'sources responsables diplomates témoins officiers soldats combattants habitants militants médecins médias parties camps analystes experts observateurs secouristes garants dirigeants ministres présidents journaux négociateurs familles rebelles insurgés gens riverains',
  bodies:
    'ministère armée gouvernement présidence mission comité commission organisation mouvement groupe front opposition régime conseil faction factions délégation commandement centre observatoire onu bureau ambassade police parti union alliance coalition autorités autorité bloc parlement pentagone kremlin forces défense affaires intérieur état-major séparatistes élysée quai_d_orsay nations milice diplomatie état croix-rouge élysée secrétariat',
  carriers:
    'agence chaîne journal quotidien site radio télévision réseau station magazine média médias correspondant hebdomadaire presse',
  dropped: '',
  documents: 'communiqué déclaration lettre rapport tweet message note discours',
  occasions: 'entretien conférence point réunion discours interview',
  platforms: 'twitter facebook telegram x youtube instagram',
  hearers: 'journalistes la_presse presse députés parlement médias reporters',
  given: '',
  stops: '',
  things: 'trêve accord cessez-le-feu attaque retrait',
  adjectives: '',
  participles: 'participant proche informé présent au_fait qui',
  anonymity:
    'couvert_d_anonymat sous_couvert requis_l_anonymat sous_le_sceau condition_d_anonymat a_requis_l_anonymat',
}
