/**
 * Words beside a 12-hour time. `night` runs from evening over midnight (small hours are morning), `noon` from
 * late morning to afternoon.
 */
export type DayPeriod = 'none' | 'am' | 'pm' | 'noon' | 'night' | 'unknown';

/** Written without full stops, spaces and quotation marks, in lower case. Facts of the CLDR and of exports seen. */
const WORDS: Record<Exclude<DayPeriod, 'unknown'>, string> = {
  am: `am vm fm pd paradite eparadites ص صباحا قظ πμ пропл претпл прпл прпд проб дп преподне prijepodne ujutro
    上午 午前 오전 凌晨 清晨 早上 सुबह प्रात पूर्वाह्न पूर्वान्ह मपू পূর্বাহ্ণ সকাল ভোর ਪੂਦੁ முற்பகல் காலை ఉదయం ಪೂರ್ವಾಹ್ನ ಬೆಳಿಗ್ಗೆ
    രാവിലെ പുലർച്ചെ පෙව öö sa de dop priekšp priešpiet manhã damanhã matin dimineața ก่อนเที่ยง ព្រឹក နံနက် ກ່ອນທ່ຽງ
    үө таңкы таңертең to ጥዋት asubuhi לפנהצ
    inthemorning delamañana delamadrugada pg ap дп emëngjesit`,
  pm: `pm nm em md pasdite epasdites م مساء بظ μμ попл слпл слоб пп popodne поподне
    下午 午後 오후 晚上 傍晚 शाम अपराह्न अपरान्ह मउ অপরাহ্ণ বিকাল সন্ধ্যা ਬਾਦੁ பிற்பகல் மாலை సాయంత్రం ಅಪರಾಹ್ನ ಸಂಜೆ
    വൈകുന്നേരം വൈകിട്ട് පව ös ch du odp pop pēcp popiet tarde datarde soir dupăamiaza หลังเที่ยง ល្ងាច ညနေ ຫຼັງທ່ຽງ
    үх түштөнкийинки түстенкейін tk ከሰዓት jioni mchana אחהצ
    intheafternoon intheevening delatarde delanoche ptg ip embrëmjes`,
  noon: `中午 दोपहर দুপুর ഉച്ചയ്ക്ക് మధ్యాహ్నం மதியம் noon delmediodía`,
  night: `रात রাত രാത്രി రాత్రి இரவு ರಾತ್ರಿ atnight`,
  none: `ч h uhr uur น hs hrs`,
};

function table(): Map<string, DayPeriod> {
  const found = new Map<string, DayPeriod>();
  for (const [period, words] of Object.entries(WORDS)) {
    for (const word of words.split(/\s+/)) found.set(word, period as DayPeriod);
  }
  return found;
}

const PERIODS = table();

/** What a word beside the time means; `word` is in lower case without full stops, spaces and quotation marks. */
export function dayPeriodOf(word: string): DayPeriod {
  return PERIODS.get(word) ?? 'unknown';
}

/** The hour of the day, 0 to 23; null when hour and word do not go together. */
export function hourOfDay(hour: number, period: DayPeriod): number | null {
  if (hour > 23) return null;
  if (period === 'none' || hour > 12) return hour;
  if (period === 'am' || period === 'unknown') return hour % 12;
  if (period === 'pm') return (hour % 12) + 12;
  if (period === 'noon') return hour >= 9 && hour < 12 ? hour : (hour % 12) + 12;
  return hour === 12 || hour < 6 ? hour % 12 : hour + 12;
}
