/**
 * The wording that the app puts in place of a file it left out: one line a language, phrases parted by semicolons.
 * `omitted` is Android's one phrase for every kind of file. Compared without marks at the edges, without a final
 * full stop, and with either case of the first letter. A phrase behind `?` was not seen in an export and not confirmed by
 * anybody: it is read with a doubt. A phrase that is not here proves nothing.
 */
export const MEDIA_PHRASES = {
  omitted: `
    en  <Media omitted>; ?<File omitted>
    de  <Medien ausgeschlossen>; ?<Medien weggelassen>; ?<Datei ausgelassen>
    es  <Multimedia omitido>; ?<Archivo omitido>; ?<Medios omitidos>
    fr  <Médias omis>; ?<Fichier omis>; ?<Média omis>
    it  <Media omessi>; ?<Media omesso>; ?<File omesso>
    pt  <Mídia oculta>; <Arquivo de mídia oculto>; <Ficheiro não revelado>; ?<Ficheiro omitido>
    nl  <Media weggelaten>; ?<Media uitgesloten>
    pl  ?<Pominięto multimedia>; ?<multimedia pominięto>; ?<Plik pominięto>
    ru  <Без медиафайлов>; ?<Медиафайл пропущен>; ?<Файл пропущен>
    uk  ?<Без медіафайлів>; ?<Медіа пропущено>; ?<Медіафайл пропущено>
    tr  <Medya dahil edilmedi>; ?<Medya atlandı>
    sv  <Media har utelämnats>; ?<Media utelämnades>; ?<Mediefil utelämnad>
    da  ?<Mediefil udeladt>; ?<Medier udeladt>; ?<Medie udeladt>
    nb  ?<Media utelatt>; ?<Mediefil utelatt>; ?<Medier utelatt>; ?<uten vedlegg>
    fi  ?<Media jätettiin pois>; ?<Media jätetty pois>; ?<Media poistettu>
    cs  ?<Média vynechány>; ?<Média vynechána>; ?<Soubor vynechán>
    sk  ?<Médiá vynechané>; ?<Médiá boli vynechané>
    hu  <Hiányzó médiafájl>; ?<Médiafájl kihagyva>
    ro  ?<Fișier media omis>; ?<Conținut media omis>; ?<Media omise>
    el  ?<Παραλείφθηκαν πολυμέσα>; ?<Τα πολυμέσα παραλείφθηκαν>; ?<Παραλήφθηκε το αρχείο πολυμέσων>
    bg  ?<Без мултимедия>; ?<Мултимедията е пропусната>; ?<Файлът е пропуснат>
    hr  ?<Mediji izostavljeni>; ?<Medijski zapis izostavljen>; ?<Medij izostavljen>
    sr  ?<Медији изостављени>; ?<Медијска датотека је изостављена>
    sl  ?<Predstavnost izpuščena>; ?<Medij izpuščen>
    sq  ?<Media është hequr>; ?<Media u la jashtë>
    lt  ?<Praleistas medijos failas>; ?<Medija praleista>
    lv  ?<Multivide ir izlaista>; ?<Multivides fails izlaists>
    et  ?<Meedia jäeti välja>; ?<Meedia ära jäetud>
    ca  ?<Mitjans omesos>; ?<Fitxer multimèdia omès>; ?<Multimèdia omès>
    he  <המדיה לא נכללה>; ?<מדיה הושמטה>; ?<המדיה הושמטה>
    ar  <تم استبعاد الوسائط>; ?<الوسائط غير مدرجة>; ?<تم حذف الوسائط>
    fa  ?<رسانه حذف شد>; ?<پیوست نشده است>; ?<رسانه ضمیمه نشد>
    ur  ?<میڈیا شامل نہیں ہے>; ?<میڈیا چھوڑ دیا گیا>
    hi  ?<मीडिया को छोड़ा गया>; ?<मीडिया के बिना>; ?<मीडिया शामिल नहीं है>
    mr  ?<मीडिया वगळले>; ?<मीडिया वगळला>
    bn  ?<মিডিয়া বাদ দেওয়া হয়েছে>; ?<মিডিয়া বাদ পড়েছে>
    ta  ?<மீடியா விடப்பட்டது>; ?<ஊடகம் தவிர்க்கப்பட்டது>
    te  ?<మీడియా విస్మరించబడింది>; ?<మీడియా మినహాయించబడింది>
    ml  ?<മീഡിയ ഒഴിവാക്കി>; ?<മീഡിയ ഒഴിവാക്കിയിരിക്കുന്നു>
    gu  ?<મીડિયા અવગણવામાં આવ્યું>; ?<મીડિયા છોડી દેવામાં આવ્યું>
    id  <Media tidak disertakan>; ?<Media dihilangkan>
    ms  ?<Media disingkirkan>; ?<Media dikecualikan>; ?<Media ditinggalkan>
    fil  ?<Media na hindi isinama>; ?<Hindi isinama ang media>
    sw  ?<Media imeachwa>; ?<Media haikujumuishwa>
    af  ?<Media weggelaat>; ?<Media uitgelaat>
    vi  ?<Media bị bỏ qua>; ?<Tệp bị bỏ qua>; ?<Đã bỏ qua tệp phương tiện>; ?<Đã loại bỏ file phương tiện>
    th  ?<ไม่รวมสื่อ>; ?<สื่อถูกละเว้น>; ?<ละเว้นสื่อ>
    zh-Hans  <省略多媒体文件>; ?<媒体文件已省略>; ?<忽略多媒体文件>
    zh-Hant  ?<媒體已略去>; ?<已略去多媒體檔案>; ?<忽略多媒體檔>; ?<省略多媒體檔案>
    ja  <メディアは含まれていません>; ?<メディア未添付>; ?<メディアなし>; ?<メディアファイルを除く>
    ko  ?<미디어 파일을 제외한 채팅 내용>; ?<미디어 파일 생략됨>; ?<미디어 생략됨>; ?<미디어 파일 제외됨>
    kk  ?<Медиа қосылмаған>; ?<Медиафайл жоқ>
    az  ?<Media çıxarılıb>; ?<Media daxil edilməyib>
    uz  ?<Media qoldirib ketildi>; ?<Media fayl qoʻshilmagan>
    mk  ?<Медиумот е изоставен>; ?<Без медиуми>
    ga  ?<Fágadh na meáin ar lár>
  `,
  photo: `
    en  image omitted; ?photo omitted
    de  Bild weggelassen
    es  imagen omitida
    fr  image absente
    it  immagine omessa
    pt  imagem ocultada; ?imagem omitida
    nl  afbeelding weggelaten
    pl  ?obraz został pominięty; ?pominięto obraz
    ru  ?изображение отсутствует
    uk  ?зображення пропущено
    tr  görüntü dahil edilmedi
    sv  ?bild utelämnad; ?bilden har utelämnats
    da  ?billede udeladt
    nb  ?bilde utelatt
    fi  ?kuva jätettiin pois
    cs  ?obrázek vynechán
    hu  ?kép kihagyva
    ro  ?imagine omisă
    el  ?η εικόνα παραλείφθηκε
    ca  ?imatge omesa
    he  ?התמונה הושמטה
    ar  ?تم استبعاد الصورة; ?الصورة غير مدرجة
    hi  ?तस्वीर को छोड़ा गया
    id  ?gambar tidak disertakan
    vi  ?hình ảnh bị bỏ qua; ?đã bỏ qua ảnh
    zh-Hans  ?忽略图片; ?图像已忽略; ?省略图片
    zh-Hant  ?圖片已略去; ?已略去圖片; ?忽略圖片
    ja  ?画像は含まれていません; ?画像を省きました; ?画像が省略されました
    ko  ?이미지 생략됨; ?사진 생략됨; ?이미지 생략
  `,
  video: `
    en  video omitted; ?video note omitted
    de  Video weggelassen
    es  video omitido; vídeo omitido
    fr  vidéo absente
    it  video omesso
    pt  vídeo omitido; ?vídeo ocultado
    nl  video weggelaten
    pl  ?film został pominięty; ?pominięto film
    ru  ?видео отсутствует
    uk  ?відео пропущено
    tr  video dahil edilmedi
    sv  ?video utelämnad; ?videon har utelämnats
    da  ?video udeladt
    nb  ?video utelatt
    fi  ?video jätettiin pois
    cs  ?video vynecháno
    hu  ?videó kihagyva
    ro  ?video omis
    el  ?το βίντεο παραλείφθηκε
    he  ?הסרטון הושמט
    ar  ?تم استبعاد الفيديو; ?الفيديو غير مدرج
    hi  ?वीडियो को छोड़ा गया
    id  ?video tidak disertakan
    vi  ?video bị bỏ qua; ?đã bỏ qua video
    zh-Hans  ?忽略视频; ?视频已忽略; ?省略视频
    zh-Hant  ?影片已略去; ?已略去影片; ?忽略影片
    ja  ?動画は含まれていません; ?動画を省きました; ?動画が省略されました
    ko  ?동영상 생략됨; ?동영상 생략
  `,
  audio: `
    en  audio omitted
    de  Audio weggelassen
    es  audio omitido
    fr  audio omis
    it  audio omesso
    pt  áudio ocultado; ?áudio omitido
    nl  audio weggelaten
    pl  ?plik audio pominięty; ?pominięto audio
    ru  ?аудиофайл отсутствует
    uk  ?аудіо пропущено
    tr  ?ses dahil edilmedi
    sv  ?ljud utelämnat; ?ljudet har utelämnats
    da  ?lyd udeladt
    nb  ?lyd utelatt
    fi  ?ääni jätettiin pois
    cs  ?zvuk vynechán
    hu  ?hang kihagyva
    ro  audio omis
    he  ?קובץ השמע הושמט
    ar  ?تم استبعاد الصوت; ?الصوت غير مدرج
    id  ?audio tidak disertakan
    zh-Hans  ?忽略音频; ?音频已忽略; ?省略音频
    zh-Hant  ?音訊已略去; ?已略去音訊; ?忽略音訊
    ja  ?音声は含まれていません; ?音声を省きました; ?音声が省略されました
    ko  ?오디오 생략됨; ?오디오 생략
  `,
  sticker: `
    en  sticker omitted
    de  Sticker weggelassen
    es  sticker omitido
    fr  sticker omis
    it  sticker non incluso; ?sticker omesso
    pt  figurinha omitida; sticker omitido
    nl  sticker weggelaten
    pl  ?naklejka została pominięta; ?pominięto naklejkę
    ru  ?стикер отсутствует
    uk  ?стікер пропущено
    tr  ?Çıkartma dahil edilmedi
    he  ?הסטיקר הושמט
    ar  ?تم استبعاد الملصق; ?الملصق غير مدرج
    id  ?stiker tidak disertakan
    zh-Hans  ?忽略贴图; ?贴图已忽略
    zh-Hant  ?貼圖已略去; ?已略去貼圖; ?忽略貼圖
    ja  ?スタンプは含まれていません; ?スタンプを省きました
    ko  ?스티커 생략됨
  `,
  gif: `
    en  GIF omitted
    de  GIF weggelassen
    es  GIF omitido
    fr  GIF retiré
    it  GIF esclusa; ?GIF omessa
    pt  GIF omitido
    nl  GIF weggelaten
    pl  ?GIF został pominięty; ?pominięto GIF
    ru  ?GIF отсутствует
    tr  ?GIF dahil edilmedi
    id  ?GIF tidak disertakan
    zh-Hans  ?忽略 GIF; ?GIF 已忽略
  `,
  document: `
    en  document omitted
    de  Dokument weggelassen
    es  documento omitido
    fr  document manquant
    it  documento omesso
    pt  documento omitido
    nl  document weggelaten
    pl  ?dokument został pominięty; ?pominięto dokument
    ru  ?документ отсутствует
    tr  ?belge dahil edilmedi
    id  ?dokumen tidak disertakan
    zh-Hans  ?忽略文档; ?文档已忽略
  `,
  contact: `
    en  Contact card omitted
    de  Kontaktkarte ausgelassen; ?Kontaktkarte weggelassen
    es  Tarjeta de contacto omitida
    fr  fiche contact absente
    it  ?Scheda contatto omessa
    pt  ?Cartão do contato omitido
    nl  ?Contactkaart weggelaten
    ru  ?Карточка контакта отсутствует
    tr  ?Kişi kartı dahil edilmedi
  `,
};
