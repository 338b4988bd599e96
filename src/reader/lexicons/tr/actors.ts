import type { SpeakerLexicon } from '../speaker-lexicon.ts'

/** Who speaks in Turkish reports, with possessive endings as they stand before names. */
export const TR_SPEAKERS: SpeakerLexicon = {
  roles:
    'bakan bakanı sözcü sözcüsü başkan başkanı cumhurbaşkanı başbakan başbakanı komutan komutanı general generali albay yarbay binbaşı yüzbaşı amiral elçi elçisi büyükelçi büyükelçisi temsilci temsilcisi özel_temsilci özel_temsilcisi genel_sekreter genel_sekreteri sekreteri lider lideri müdür müdürü vali valisi kral prens şeyh doktor profesör analist uzman araştırmacı yardımcısı danışman danışmanı müzakereci müzakerecisi arabulucu koordinatör koordinatörü komiser komiseri milletvekili senatör gazeteci muhabir muhabiri şef şefi yetkilisi müsteşarı',
  sources:
    'kaynak kaynağı yetkili yetkilisi diplomat tanık subay asker savaşçı aktivist doktor görevli komutan sakin',
  collectives:
    'kaynaklar kaynakları yetkililer yetkilileri diplomatlar tanıklar görgü_tanıkları subaylar askerler aktivistler doktorlar medya basın taraflar uzmanlar gözlemciler analistler garantörler liderler bakanlar siviller köylüler halk sakinler sakinleri iki_taraf görgü_tanığı',
  bodies:
    'bakanlık bakanlığı ordu ordusu hükümet hükümeti cumhurbaşkanlığı misyon misyonu komite komitesi komisyon komisyonu örgüt örgütü hareket hareketi grup grubu cephe cephesi muhalefet muhalefeti rejim rejimi konsey konseyi fraksiyon heyet heyeti komutanlık komutanlığı merkez merkezi gözlemevi bm ofis ofisi büyükelçilik büyükelçiliği polis parti partisi birlik birliği ittifak ittifakı koalisyon koalisyonu makamlar makamları yönetim yönetimi parlamento pentagon kremlin kuvvetler kuvvetleri güçler güçleri genelkurmay karargah kızılhaç kızılay msb dışişleri savunma',
  carriers:
    'ajans ajansı kanal kanalı gazete gazetesi site sitesi radyo radyosu televizyon televizyonu ağ dergi dergisi medyası basını kuruluşu',
  dropped: '',
  documents:
    'açıklama açıklaması açıklamada açıklamasında açıklamaya bildiri bildirisi bildiride mesaj mesajında rapor raporunda mektup',
  occasions: 'toplantı röportaj konferans görüşme',
  platforms: 'twitter facebook telegram x youtube instagram',
  hearers: 'gazetecilere basına muhabirlere meclise',
  given: '',
  stops: '',
  things: '',
  adjectives: '',
  participles: '',
  anonymity:
    'adının_açıklanmasını_istemeyen isminin_açıklanmasını_istemeyen adını_vermek_istemeyen ismini_vermek_istemeyen kimliğinin',
}
