/**
 * Words that a copying desk changes without changing what is told: reporting verbs, carriers, function
 * words. Folded. Data, one line a language; a word here never counts as a differing fact.
 */
export const SOFT_WORDS: ReadonlySet<string> = new Set(
  [
    // Arabic
    'قال قالت قالوا قوله قولها اضاف اضافت اكد اكدت اعلن اعلنت افاد افادت ذكر ذكرت نقل نقلت نقلا اوضح اوضحت اشار اشارت صرح بين تابع عن ان إن في من الي على مع ما لا هو هي هذا هذه ذلك التي الذي قد كان كانت كانوا ثم او و بحسب وفق وفقا حسب وكاله وكالات موقع قناه صحيفه مصدر مصادر ايضا لكن كما حيث بعد قبل عند له لها لهم به بها بهم فيه فيها انه انها انهم',
    // English
    'said says say told added reported announced according to the a an of and in on at for with by from as that this it its was were is are be been has had have he she they his her their but also agency source sources news update breaking reuters afp',
    // Russian
    'сказал сообщил сообщили сообщает заявил заявили добавил передаёт передает и в во на с со по о об что как это из за от до для при же не ли к у а но также его её их был была были было агентство источник источники штабе словам данным обновлено',
    // Turkish
    'dedi söyledi belirtti bildirdi açıkladı aktardı kaydetti ve bu bir da de ile için olarak göre ajansı ajans kaynak kaynaklar son dakika olduğunu',
    // French
    'a dit déclaré annoncé rapporté indiqué ajouté affirmé selon le la les un une des de du d l et en dans que qui pour sur par au aux est sont été avec ce cette son sa ses plus il elle ils mais aussi agence source sources',
  ]
    .join(' ')
    .split(' '),
)

/** Words that turn a sentence into its contrary. Folded. */
export const NEGATIONS: ReadonlySet<string> = new Set(
  'لم لن ليس ليست غير دون نفي نفت ينفي لا not no never without denied denies denies не нет ни без отрицает değil yok hiç olmadan yalanladı ne pas jamais aucun sans dément démenti'.split(
    ' ',
  ),
)
