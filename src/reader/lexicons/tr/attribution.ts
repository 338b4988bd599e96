import type { AttributionLexicon } from '../attribution-lexicon.ts'

/** How Turkish reports attribute words. Frame `p`: a passive, which names no speaker of its own. */
export const TR_ATTRIBUTION: AttributionLexicon = {
  verbs: [
    {
      act: 'say',
      forms:
        'dedi dediler söyledi söylediler belirtti belirttiler ifade_etti ifade_ettiler bildirdi bildirdiler kaydetti kaydettiler anlattı anlattılar aktardı aktardılar yazdı diye_konuştu konuştu dile_getirdi dikkat_çekti işaret_etti paylaştı şeklinde_konuştu ifadelerini_kullandı ifadesini_kullandı diyor söylüyor',
    },
    {
      act: 'say',
      forms:
        'belirtildi bildirildi denildi dendi kaydedildi ifade_edildi aktarıldı söylendi bilgisi_verildi ifadelerine_yer_verildi dikkat_çekildi',
      frames: 'p',
    },
    { act: 'add', forms: 'ekledi eklediler devam_etti sözlerini_sürdürdü sürdürdü' },
    {
      act: 'affirm',
      forms: 'vurguladı vurguladılar güvence_verdi altını_çizdi yineledi',
    },
    { act: 'affirm', forms: 'vurgulandı altı_çizildi', frames: 'p' },
    {
      act: 'announce',
      forms:
        'doğruladı doğruladılar teyit_etti açıkladı açıkladılar duyurdu duyurdular ilan_etti ilan_ettiler',
    },
    { act: 'announce', forms: 'doğrulandı teyit_edildi açıklandı duyuruldu ilan_edildi', frames: 'p' },
    { act: 'concede', forms: 'itiraf_etti kabul_etti' },
    {
      act: 'deny',
      forms:
        'yalanladı yalanladılar inkar_etti iddiaları_reddetti iddialarını_reddetti iddiasını_reddetti haberleri_reddetti suçlamaları_reddetti',
    },
    { act: 'deny', forms: 'yalanlandı', frames: 'p' },
    { act: 'accuse', forms: 'suçladı suçladılar itham_etti sorumlu_tuttu' },
    { act: 'warn', forms: 'uyardı uyardılar uyarısında_bulundu uyarısı_yaptı uyarıda_bulundu' },
    { act: 'threaten', forms: 'tehdit_etti tehdidinde_bulundu gözdağı_verdi tehdit_savurdu' },
    {
      act: 'commit',
      forms: 'taahhüt_etti taahhüt_ettiler söz_verdi sözü_verdi vaat_etti taahhüdünde_bulundu',
    },
    {
      act: 'demand',
      forms:
        'çağrıda_bulundu çağrısında_bulundu çağrısı_yaptı çağrı_yaptı çağırdı istedi talep_etti davet_etti çağrısını_yineledi',
    },
    { act: 'reject', forms: 'reddetti reddettiler kınadı kınadılar eleştirdi karşı_çıktı tepki_gösterdi' },
    { act: 'welcome', forms: 'memnuniyetle_karşıladı takdir_etti övdü' },
    {
      act: 'express',
      forms:
        'umudunu_dile_getirdi temennisinde_bulundu endişesini_dile_getirdi umut_etti endişe_duyduğunu_söyledi umduğunu_söyledi umduğunu_belirtti',
    },
    {
      act: 'opine',
      forms:
        'değerlendirdi nitelendirdi niteledi tanımladı savundu değerlendirmesinde_bulundu yorumunu_yaptı',
    },
    { act: 'claim', forms: 'iddia_etti iddia_ettiler öne_sürdü öne_sürdüler ileri_sürdü' },
    { act: 'claim', forms: 'iddia_edildi öne_sürüldü ileri_sürüldü', frames: 'p' },
  ],
  cues: {
    noIntent:
      'planlamıyor planlamıyoruz planlamadığını planlamadıklarını planı_yok planımız_yok niyeti_yok niyetimiz_yok niyetinde_değil niyetinde_olmadığını düşünmüyor düşünmediklerini ilgisi_yok ilgisi_olmadığını gerçeği_yansıtmıyor gerçeği_yansıtmadığını doğru_değil doğru_olmadığını asılsız hedef_almadığını hedef_almadıklarını vurmadıklarını saldırmadık saldırmadıklarını ihlal_etmediklerini',
    retaliate:
      'karşılık misilleme yanıt_vereceğiz cevap_vereceğiz vereceğiz_karşılık bedelini karşılıksız cevapsız karşılık_vereceklerini yanıt_vereceklerini yanıt_vereceğini cevap_vereceğini gereğini gereğinin',
    any: 'her herhangi',
    prevent: 'izin müsaade göz_yummayacağız',
    hostile:
      'saldırmayacağız saldırmayacak ihlal_etmeyeceğiz vurmayacağız saldırmayacaklarını ihlal_etmeyeceklerini başlatmayacağız',
    willNot:
      'vermeyeceğiz vermeyecek vermeyeceklerini vermeyeceğini çekilmeyeceğiz çekilmeyecek çekilmeyeceklerini çekilmeyeceğini etmeyeceğiz etmeyecek etmeyeceklerini etmeyeceğini saldırmayacağız saldırmayacaklarını imzalamayacağız kabul_etmeyeceğiz yapmayacağız yapmayacaklarını vurmayacağız başlatmayacağız',
    may: 'olabilir olabileceğini edebilir edebileceğini çökebilir çökebileceğini riski riskinin ihtimali tehlikesi kalabilir',
    collapse:
      'çökebilir çökebileceğini çökme çökmesi çöküş felaket tırmanma tırmanabilir gerginlik bozulabilir bozulabileceğini kötüleşebilir yıkım savaş başarısız',
    must: 'gerek gerekiyor gerekir gerektiğini lazım şart zorunda zorunlu gerektiği şart_olduğunu zorunda_olduğunu',
    violate: 'bozdu bozduğunu engelliyor engellediğini engellendiğini çiğnedi çiğnediğini ihlal*',
    future: 'cak',
    scheduled:
      'takas takası değişim değişimi görüşme görüşmeler görüşmeleri toplantı toplantısı tur turu turunun konferans zirve müzakere müzakereler ziyaret imza heyet listeler',
    completed:
      'tamamlandı tamamlandığını bitti bittiğini başladı başladığını açıldı açıldığını imzalandı imzalandığını serbest_bırakıldı ulaştı ulaştığını teslim_edildi anlaştı anlaştıklarını sona_erdi tamamlan* başlat* başladığ* bittiğ* açıldığ* imzalan* serbest_bırakıldığı serbest_bırakıldığını ulaştığ* teslim_edil* anlaştık* sona_erdiğini çekildi çekildiğ*',
    committed:
      'bağlı bağlıyız bağlı_olduklarını bağlı_olduğunu kararlı kararlıyız kararlı_olduklarını hazırız hazır_olduklarını hazır_olduğunu uyuyoruz uyacaklarını',
    evaluation:
      'kırılgan iyi kötü olumlu olumsuz önemli zor kabul_edilemez mümkün imkansız açık adım fırsat güçlü zayıf yapıcı ciddi tehlikeli çözüm ilerleme sağlam',
    refuse: 'reddettiklerini reddettiğini karşı_olduklarını karşı_olduğunu',
    agree: 'kabul_ettiklerini kabul_ettiğini onayladıklarını onayladığını anlaştıklarını',
    we: 'biz bizim bizi ediyoruz istiyoruz olacağız edeceğiz vereceğiz yapacağız uyacağız',
    conditions: '',
    until: '',
    conditionEnds: '',
    glosses: 'olarak_nitelendirdiği olarak_nitelediği olarak_adlandırdığı dediği sözde olarak_tanımladığı',
  },
}
