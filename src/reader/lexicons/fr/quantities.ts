import type { CountedNoun, QuantityLexicon } from '../../quantities/quantity-lexicon.ts'

/** Nouns of one unit; the plural in s, or given after a slash. An underscore is a blank. */
function nouns(unit: string, list: string): CountedNoun[] {
  return list.split(' ').map(entry => {
    const [one, many] = entry.split('/')
    const word = one!.replaceAll('_', ' ')
    return { unit, one: word, many: many?.replaceAll('_', ' ') ?? (/[sxz]$/.test(word) ? word : `${word}s`) }
  })
}

/** How French-language news counts. */
export const QUANTITIES: QuantityLexicon = {
  nouns: [
    ...nouns(
      'person',
      'personne soldat civil combattant combattante milicien rebelle insurgé prisonnier prisonnière détenu détenue captif otage réfugié déplacé officier enfant femme homme habitant citoyen observateur policier casque_bleu/casques_bleus journaliste ouvrier médecin secouriste manifestant membre nom militaire gendarme colon étudiant villageois disparu jihadiste djihadiste mercenaire employé délégué volontaire expert migrant passager marin paysan fidèle pèlerin rapatrié évacué humanitaire homme_armé/hommes_armés',
    ),
    ...nouns('person-killed', 'mort tué tuée décès victime martyr'),
    ...nouns('person-wounded', 'blessé blessée'),
    ...nouns('violation', 'violation infraction'),
    ...nouns('sortie', 'sortie'),
    ...nouns('strike', 'frappe raid frappe_aérienne/frappes_aériennes raid_aérien/raids_aériens'),
    ...nouns('attack', 'attaque assaut embuscade'),
    ...nouns('clash', 'accrochage affrontement'),
    ...nouns('incident', 'incident'),
    ...nouns('explosion', 'explosion'),
    ...nouns('shell', 'obus obus_de_mortier'),
    ...nouns('rocket', 'roquette missile'),
    ...nouns('bomb', 'bombe'),
    ...nouns('mine', 'mine'),
    ...nouns('drone', 'drone'),
    ...nouns('aircraft', 'avion hélicoptère'),
    ...nouns('vehicle', 'véhicule voiture blindé'),
    ...nouns('tank', 'char tank'),
    ...nouns('truck', 'camion'),
    ...nouns('bus', 'bus autocar autobus'),
    ...nouns('ship', 'navire bateau/bateaux'),
    ...nouns('convoy', 'convoi'),
    ...nouns('patrol', 'patrouille'),
    ...nouns('post', 'poste position poste_d’observation/postes_d’observation'),
    ...nouns('checkpoint', 'barrage point_de_contrôle/points_de_contrôle'),
    ...nouns('house', 'maison logement'),
    ...nouns('building', 'bâtiment immeuble'),
    ...nouns('village', 'village'),
    ...nouns('town', 'ville localité bourgade'),
    ...nouns('camp', 'camp_de_réfugiés/camps_de_réfugiés camp_de_déplacés/camps_de_déplacés'),
    ...nouns('school', 'école'),
    ...nouns('hospital', 'hôpital/hôpitaux'),
    ...nouns('family', 'famille foyer'),
    ...nouns('body', 'corps dépouille cadavre'),
    ...nouns('round', 'cycle round'),
    ...nouns('meeting', 'réunion séance'),
    ...nouns('ceasefire', 'trêve cessez-le-feu'),
    ...nouns('faction', 'faction'),
    ...nouns('list', 'liste'),
    ...nouns('operation', 'opération'),
    ...nouns('country', 'pays'),
    ...nouns('flight', 'vol'),
    ...nouns('weapon', 'arme fusil'),
    ...nouns('tonne', 'tonne'),
    ...nouns('hectare', 'hectare'),
    ...nouns('square-km', 'kilomètre_carré/kilomètres_carrés km²'),
    ...nouns('km', 'kilomètre km/km'),
    ...nouns('metre', 'mètre'),
    ...nouns('minute', 'minute'),
    ...nouns('hour', 'heure'),
    ...nouns('day', 'jour nuit'),
    ...nouns('week', 'semaine'),
    ...nouns('month', 'mois'),
    ...nouns('year', 'an année'),
    { unit: 'percent', one: '', many: '%|pour cent' },
    ...nouns('usd', 'dollar'),
    ...nouns('eur', 'euro'),
  ],
  before: {
    min: 'au moins|plus de|plus d’|pas moins de|pas moins d’|au minimum|minimum',
    max: 'jusqu’à|moins de|moins d’|au plus|au maximum|maximum|pas plus de',
    approx: 'environ|près de|près d’|quelque|autour de|à peu près|presque|aux alentours de',
  },
  after: { min: 'au moins|ou plus', max: 'au plus|au maximum', approx: 'environ' },
  between: 'entre|de',
  to: 'à|et|-',
  or: 'ou',
  vague: {
    tens: 'dizaines|des dizaines|plusieurs dizaines|quelques dizaines|les dizaines',
    hundreds: 'centaines|des centaines|plusieurs centaines',
    thousands: 'milliers|des milliers|plusieurs milliers',
    'tens-of-thousands': 'dizaines de milliers|des dizaines de milliers',
    'hundreds-of-thousands': 'centaines de milliers|des centaines de milliers',
    millions: 'des millions|plusieurs millions',
  },
  of: 'de|d’|des',
  roundWords: 'dizaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine|centaine|millier',
  perSide:
    'de chaque côté|de chaque camp|de part et d’autre|par camp|pour chaque partie|de chaque partie|de chaque bord|par partie|pour chaque camp',
  allForAll: 'tous contre tous|tous pour tous',
  partOf: 'dont|parmi lesquels|parmi lesquelles|y compris|parmi eux|notamment',
  others: 'autres|autre',
  killedBefore:
    'tué|tuant|tuent|tue|tuer|coûté la vie à|la mort de|la mort d’|mort de|mort d’|fait|tués|coûter la vie à|exécuté|exécution de|abattu',
  killedAfter:
    'tué|tuée|tués|tuées|ont été tués|ont été tuées|a été tué|a été tuée|sont morts|sont mortes|est mort|est morte|ont péri|ont perdu la vie|sont décédés|sont décédées|morts|abattus|ont trouvé la mort|étaient morts',
  woundedBefore: 'blessé|blessant|blessent|blesser|blessés',
  woundedAfter:
    'blessé|blessée|blessés|blessées|ont été blessés|ont été blessées|a été blessé|a été blessée|ont été touchés|étaient blessés',
  otherActs:
    'libéré|libérés|libérer|libération|arrêté|arrêtés|échangé|échangés|échange|déplacé|déplacés|évacué|évacués|remis|retour|détenus|détient|enlevé|enlevés|capturé|capturés|déployé|déployés|transférés',
  spans: 'en|dans|au cours des|au cours de|après|avant|sous|ces|les|derniers|dernières',
  namesBefore:
    'résolution|article|alinéa|chapitre|numéro|n°|âgé de|âgée de|âgés de|route|page|phase|point|annexe|loi|décret|brigade',
  stops:
    'de des et ou le la les ont est sont dans à par pour sur qui que dont en au aux du avec a été étaient était avait l d un une contre',
}
