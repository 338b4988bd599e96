import type { CountedNoun, QuantityLexicon } from '../../quantities/quantity-lexicon.ts'

const ENDINGS =
  'i ı u ü e a in ın un ün nin nın nun nün ler lar leri ları lerin ların lerini larını den dan ten tan de da te ta si sı su sü yi yı yu yü ye ya ini ını unu ünü ine ına une unu inin ının le la yle yla ninı sini sını'

/** A noun with its case endings; the count word before it leaves it singular. */
function nouns(unit: string, list: string): CountedNoun[] {
  return list.split(' ').map(entry => {
    const words = entry.split('/').map(w => w.replaceAll('_', ' '))
    const many = words.flatMap(w => ENDINGS.split(' ').map(e => w + e))
    return { unit, one: words.join('|'), many: many.join('|') }
  })
}

/** How Turkish counts. */
export const QUANTITIES: QuantityLexicon = {
  nouns: [
    ...nouns(
      'person',
      'kişi sivil asker militan savaşçı terörist esir mahkum/mahkûm tutuklu tutsak rehine sığınmacı mülteci göçmen çocuk/çocuğ kadın erkek subay polis gözlemci gazeteci vatandaş insan isim/ism üye öğrenci köylü işçi doktor gönüllü muhalif rejim_askeri yerinden_edilmiş_kişi alıkonulan_kişi göstericiyi/gösterici denizci yolcu aktivist',
    ),
    ...nouns('person-killed', 'ölü şehit/şehid ölüm can_kaybı'),
    ...nouns('person-wounded', 'yaralı'),
    ...nouns('violation', 'ihlal'),
    ...nouns('sortie', 'sorti'),
    ...nouns('strike', 'hava_saldırısı akın'),
    ...nouns('attack', 'saldırı'),
    ...nouns('clash', 'çatışma'),
    ...nouns('incident', 'olay'),
    ...nouns('explosion', 'patlama'),
    ...nouns('shell', 'top_mermisi havan_mermisi mermi obüs'),
    ...nouns('rocket', 'roket füze'),
    ...nouns('bomb', 'bomba'),
    ...nouns('mine', 'mayın'),
    ...nouns('drone', 'iha siha insansız_hava_aracı dron'),
    ...nouns('aircraft', 'uçak/uçağ helikopter'),
    ...nouns('vehicle', 'araç/arac zırhlı_araç'),
    ...nouns('tank', 'tank'),
    ...nouns('truck', 'tır kamyon'),
    ...nouns('bus', 'otobüs'),
    ...nouns('ship', 'gemi'),
    ...nouns('convoy', 'konvoy'),
    ...nouns('patrol', 'devriye'),
    ...nouns('post', 'gözlem_noktası nokta mevzi'),
    ...nouns('checkpoint', 'kontrol_noktası'),
    ...nouns('house', 'ev konut'),
    ...nouns('building', 'bina'),
    ...nouns('village', 'köy'),
    ...nouns('town', 'kasaba belde'),
    ...nouns('camp', 'kamp'),
    ...nouns('school', 'okul'),
    ...nouns('hospital', 'hastane'),
    ...nouns('family', 'aile'),
    ...nouns('body', 'ceset/cesed cenaze'),
    ...nouns('round', 'tur'),
    ...nouns('meeting', 'toplantı görüşme'),
    ...nouns('ceasefire', 'ateşkes'),
    ...nouns('list', 'liste'),
    ...nouns('operation', 'operasyon'),
    ...nouns('country', 'ülke'),
    ...nouns('flight', 'sefer uçuş'),
    ...nouns('tonne', 'ton'),
    ...nouns('hectare', 'hektar'),
    ...nouns('square-km', 'kilometrekare'),
    ...nouns('km', 'kilometre km'),
    ...nouns('metre', 'metre'),
    ...nouns('minute', 'dakika'),
    ...nouns('hour', 'saat'),
    ...nouns('day', 'gün'),
    ...nouns('week', 'hafta'),
    ...nouns('month', 'ay'),
    ...nouns('year', 'yıl'),
    ...nouns('usd', 'dolar'),
  ],
  before: {
    min: 'en az|asgari',
    max: 'en fazla|en çok|azami|azamî',
    approx: 'yaklaşık|takriben|tahminen|neredeyse|aşağı yukarı|yaklaşık olarak',
  },
  after: {
    min: "fazla|den fazla|dan fazla|ten fazla|tan fazla|'den fazla|'dan fazla|'ten fazla|'tan fazla|çok|aşkın|ı aşkın|'i aşkın|'ı aşkın|'ü aşkın|'u aşkın|'yi aşkın|üzerinde|'in üzerinde|'ın üzerinde|'un üzerinde|'ün üzerinde|'nin üzerinde",
    max: "den az|'den az|'dan az|'ten az|'tan az|az|'e kadar|'a kadar|'ye kadar|'ya kadar",
    approx: "kadar|civarında|'e yakın|'a yakın|'ye yakın|'ya yakın|yakın|dolayında",
  },
  between: '',
  to: 'ila|ile|-',
  or: 'veya|ya da',
  vague: {
    tens: 'onlarca|düzinelerce',
    hundreds: 'yüzlerce',
    thousands: 'binlerce',
    'tens-of-thousands': 'on binlerce|onbinlerce',
    'hundreds-of-thousands': 'yüz binlerce|yüzbinlerce',
    millions: 'milyonlarca',
  },
  of: '',
  perSide: 'her iki taraftan|her taraftan|taraf başına|her bir taraftan|karşılıklı',
  allForAll: 'herkese karşı herkes|herkes karşılığında herkes|hepsine karşı hepsi|herkes için herkes',
  partOf: 'aralarında|bunlardan|içlerinde|dahil|arasında',
  others: 'diğer|kişi daha|başka',
  killedBefore: '',
  killedAfter:
    'öldü|öldürüldü|hayatını kaybetti|yaşamını yitirdi|şehit oldu|öldüğü|öldüğünü|öldürdü|hayatını kaybettiği|hayatını kaybettiğini|can verdi|öldürüldüğü|öldürüldüğünü|şehit düştü|etkisiz hale getirildi|ölümüne|ölümü|yaşamını yitirdiği|hayatını kaybederken|ölürken|ölmüştü',
  woundedBefore: '',
  woundedAfter:
    'yaralandı|yaralandığı|yaralandığını|yaraladı|yaralanmasına|yaralanırken|yaralanmıştı|yaralanması|yaralanan',
  otherActs:
    'serbest|döndü|gözaltına|tahliye|takas|teslim|kaçırıldı|tutuklandı|yerinden|katıldı|ayrıldı|çıktı|geldi',
  spansAfter: 'içinde|içerisinde|sonra|önce|zarfında|boyunca',
  namesBefore: 'sayılı|madde|karar|no|numaralı|yaşındaki|yaşında',
  stops: 've veya ile bu o da de ise için gibi göre öldü yaralandı ki mi fazla çok az',
}
