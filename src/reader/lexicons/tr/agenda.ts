import type { AgendaLexicon } from '../agenda-lexicon.ts'

/** Words of negotiations in Turkish. */
export const TR_AGENDA: AgendaLexicon = {
  items: {
    ceasefire: 'ateşkes*',
    detainees: 'tutuklu* esir* kayıp* alıkonulan* rehine*',
    constitution: 'anayasa*',
    refugees: 'mültecilerin_dönüş* sığınmacıların_dönüş* mülteci*',
    reconstruction: 'yeniden_inşa* yeniden_imar*',
    aid: 'insani_yardım*',
    observers: 'gözlemci*',
    demining: 'mayın_temizl*',
    integrity: 'toprak_bütünlüğ* egemenlik*',
    'political-deal': 'siyasi_çözüm* siyasi_anlaşma* siyasi_uzlaşı*',
    elections: 'seçim*',
    crossings: 'sınır_kapılarının_açıl*',
    salaries: 'maaş*',
    withdrawal: 'birliklerin_çekil* güçlerin_çekil*',
  },
  converging: 'ilerleme* yakınlaş* olumlu uzlaşmaya_yakın* yapıcı',
  agreed: 'üzerinde_anlaş* mutabık_kal* uzlaşma_sağlan*',
  contested: 'anlaşmazlık* görüş_ayrılığ* tıkan* uzlaşma_sağlanama* anlaşamadı*',
  deferred: 'ertelen* ertele* askıya bekleyebil* sonraya',
  until: 'kadar önce sonra',
  supports: 'destekl*',
  opposes: 'reddet* karşı_çık*',
  withCondition: 'şartıyla koşuluyla',
  clauses: 'ise ancak fakat',
  withinAccord: 'anlaşma_çerçevesinde mutabakat_çerçevesinde anlaşmaya_uygun*',
  onlyInAnswer:
    'yalnızca_karşılık sadece_karşılık meşru_müdafaa* tahriklere_karşılık provokasyonlara_karşılık',
  intend: 'istiyoruz hedefimiz umuyoruz planlıyoruz amaçlıyoruz',
}
