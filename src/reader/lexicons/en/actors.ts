import type { SpeakerLexicon } from '../speaker-lexicon.ts'

/** Who speaks in English reports. */
export const EN_SPEAKERS: SpeakerLexicon = {
  roles:
    'minister spokesman spokeswoman spokesperson president premier chancellor commander general colonel lieutenant major captain brigadier admiral marshal envoy ambassador representative secretary-general secretary chief head leader director governor mayor king prince sheikh emir mr mrs ms dr professor analyst expert researcher deputy adviser advisor negotiator mediator coordinator chairman chairwoman chair commissioner prime_minister lawmaker senator gen col lt maj capt sen rep activist journalist correspondent editor witness delegate',
  sources:
    'source official diplomat witness officer soldier fighter resident activist aide insider doctor spokesman rebel commander farmer teacher person',
  collectives:
    'sources officials diplomats witnesses officers soldiers fighters residents activists aides doctors media reports parties sides analysts experts monitors observers commanders people villagers medics rescuers guarantors leaders ministers presidents locals newspapers negotiators both_sides families rebels insurgents militants',
  bodies:
    'ministry army government presidency mission committee commission organisation organization movement group front opposition regime council faction factions delegation command centre center observatory un u.n. office embassy police party union alliance coalition authorities authority bloc parliament pentagon kremlin department forces military brigade corps militia force state nations agency_for cabinet court company rebels separatists administration rival secretariat navy airforce air_force',
  carriers:
    'agency news_agency channel newspaper paper daily site website radio television tv network station magazine broadcaster outlet news media correspondent wire',
  dropped: '',
  documents:
    'statement communique communiqué letter report tweet post message press_release memo note speech',
  occasions: 'interview conference briefing meeting speech remarks',
  platforms: 'twitter facebook telegram x youtube instagram whatsapp',
  hearers: 'reporters journalists parliament lawmakers the_press media the_media the_council',
  given: '',
  stops: '',
  things: 'truce ceasefire deal agreement attack pullback withdrawal',
  adjectives: '',
  participles: 'taking_part involved familiar close briefed participating present with_knowledge who',
  anonymity:
    'condition_of_anonymity asked_not_to_be_named asking_not_to_be_named declined_to_be_named not_authorised not_authorized requested_anonymity',
}
