/** The app's wording for deleted and edited messages and for calls; see media-phrases.ts for how it is compared. */
export const EVENT_PHRASES = {
  deleted: `
    en  This message was deleted; You deleted this message; ?This message was deleted by admin; ?You deleted this message as admin
    de  Diese Nachricht wurde gelöscht; Du hast diese Nachricht gelöscht
    es  Se eliminó este mensaje; Eliminaste este mensaje; ?Este mensaje fue eliminado
    fr  Ce message a été supprimé; Vous avez supprimé ce message
    it  Questo messaggio è stato eliminato; Hai eliminato questo messaggio
    pt  Mensagem apagada; ?Esta mensagem foi apagada; ?Essa mensagem foi apagada; Você apagou esta mensagem; ?Você apagou essa mensagem; ?Apagou esta mensagem
    nl  Dit bericht is verwijderd; Je hebt dit bericht verwijderd; ?U hebt dit bericht verwijderd
    pl  ?Ta wiadomość została usunięta; ?Usunąłeś tę wiadomość; ?Usunięto tę wiadomość
    ru  Данное сообщение удалено; ?Сообщение удалено; Вы удалили данное сообщение; ?Вы удалили это сообщение
    uk  ?Це повідомлення видалено; ?Ви видалили це повідомлення
    tr  Bu mesaj silindi; Bu mesajı sildiniz
    sv  ?Detta meddelande togs bort; ?Du tog bort detta meddelande; ?Det här meddelandet raderades
    da  ?Denne besked blev slettet; ?Du slettede denne besked
    nb  ?Denne meldingen ble slettet; ?Du slettet denne meldingen
    fi  ?Tämä viesti poistettiin; ?Poistit tämän viestin
    cs  ?Tato zpráva byla odstraněna; ?Tato zpráva byla smazána; ?Smazali jste tuto zprávu
    sk  ?Táto správa bola odstránená; ?Odstránili ste túto správu
    hu  ?Ezt az üzenetet törölték; ?Törölted ezt az üzenetet; ?Ez az üzenet törölve lett
    ro  ?Acest mesaj a fost șters; ?Ați șters acest mesaj; ?Ai șters acest mesaj
    el  ?Αυτό το μήνυμα διαγράφηκε; ?Διαγράψατε αυτό το μήνυμα
    bg  ?Това съобщение беше изтрито; ?Вие изтрихте това съобщение
    hr  ?Ova poruka je izbrisana; ?Izbrisali ste ovu poruku
    sr  ?Ова порука је избрисана; ?Избрисали сте ову поруку
    sl  ?To sporočilo je bilo izbrisano
    sq  ?Ky mesazh u fshi; ?Ti e fshive këtë mesazh
    lt  ?Ši žinutė buvo ištrinta
    lv  ?Šī ziņa tika dzēsta
    et  ?See sõnum kustutati
    ca  ?Aquest missatge ha estat suprimit; ?Has suprimit aquest missatge
    he  הודעה זו נמחקה; ?מחקת הודעה זו
    ar  ?تم حذف هذه الرسالة; ?حذفت هذه الرسالة; ?لقد حذفت هذه الرسالة
    fa  ?این پیام حذف شد; ?شما این پیام را حذف کردید
    ur  ?یہ پیغام حذف کر دیا گیا; ?آپ نے یہ پیغام حذف کر دیا
    hi  ?इस मैसेज को मिटाया गया; ?यह संदेश मिटाया गया; ?आपने इस मैसेज को मिटाया; ?आपने यह मैसेज मिटाया
    mr  ?हा संदेश हटविण्यात आला; ?आपण हा संदेश हटविला
    bn  ?এই মেসেজটি মুছে ফেলা হয়েছে; ?আপনি এই মেসেজটি মুছে ফেলেছেন
    ta  ?இந்த செய்தி நீக்கப்பட்டது
    te  ?ఈ సందేశం తొలగించబడింది
    ml  ?ഈ സന്ദേശം ഇല്ലാതാക്കി
    gu  ?આ સંદેશ કાઢી નાખવામાં આવ્યો
    id  Pesan ini telah dihapus; ?Pesan ini dihapus; Anda telah menghapus pesan ini; ?Anda menghapus pesan ini
    ms  ?Mesej ini telah dipadam; ?Anda telah memadam mesej ini
    fil  ?Nabura ang mensaheng ito; ?Binura mo ang mensaheng ito
    sw  ?Ujumbe huu ulifutwa; ?Ulifuta ujumbe huu
    af  ?Hierdie boodskap is uitgevee; ?Jy het hierdie boodskap uitgevee
    vi  ?Tin nhắn này đã bị xóa; ?Bạn đã xóa tin nhắn này; ?Tin nhắn này đã bị xoá; ?Bạn đã xoá tin nhắn này
    th  ?ข้อความนี้ถูกลบแล้ว; ?ข้อความนี้ถูกลบ; ?คุณลบข้อความนี้แล้ว; ?คุณลบข้อความนี้
    zh-Hans  ?此消息已删除; ?您删除了此消息; ?你删除了这条消息; ?这条消息已删除; ?消息已删除
    zh-Hant  ?此訊息已刪除; ?您已刪除此訊息; ?這則訊息已刪除; ?你已刪除此訊息
    ja  このメッセージは削除されました; ?このメッセージを削除しました; ?あなたはこのメッセージを削除しました
    ko  삭제된 메시지입니다; ?이 메시지는 삭제되었습니다; ?이 메시지를 삭제했습니다; ?메시지를 삭제했습니다
    kk  ?Бұл хабар жойылған; ?Бұл хабарды жойдыңыз
    az  Bu mesaj silindi; ?Siz bu mesajı sildiniz
    uz  ?Bu xabar oʻchirildi
    mk  ?Оваа порака беше избришана
    ga  ?Scriosadh an teachtaireacht seo
  `,
  /** What stands in place of content that the export does not have. */
  unsaid: `
    en  null; Waiting for this message; Waiting for this message. This may take a while; ?<View once voice message omitted>; ?View once photo; ?View once video
  `,
  edited: `
    en  <This message was edited>
    de  <Diese Nachricht wurde bearbeitet>; <Diese Nachricht wurde bearbeitet.>
    es  <Se editó este mensaje>; <Se editó este mensaje.>
    fr  <Ce message a été modifié>
    it  ?<Questo messaggio è stato modificato>
    pt  <Mensagem editada>; ?<Esta mensagem foi editada>
    nl  ?<Dit bericht is bewerkt>
    pl  ?<Ta wiadomość została edytowana>; ?<Wiadomość edytowana>
    ru  ?<Сообщение изменено>; ?<Это сообщение изменено>
    uk  ?<Це повідомлення відредаговано>
    tr  ?<Bu mesaj düzenlendi>
    sv  ?<Detta meddelande redigerades>
    da  ?<Denne besked blev redigeret>
    nb  ?<Denne meldingen ble redigert>
    fi  ?<Tätä viestiä muokattiin>
    cs  ?<Tato zpráva byla upravena>
    ar  ?<تم تعديل هذه الرسالة>
    id  ?<Pesan ini diedit>
    zh-Hans  ?<此消息已编辑>; ?<消息已编辑>
    zh-Hant  ?<此訊息已編輯>
  `,
  location: `
    en  live location shared
    de  Live-Standort wird geteilt
    es  ?ubicación en tiempo real compartida
    fr  ?localisation en direct partagée
    it  ?posizione in tempo reale condivisa
    pt  ?localização em tempo real compartilhada; ?localização em tempo real partilhada
    nl  ?live locatie gedeeld
  `,
  missedVoice: `
    en  Missed voice call; Missed group voice call; ?Silenced voice call
    de  Verpasster Sprachanruf; ?Sprachanruf verpasst
    es  ?Llamada perdida; ?Llamada de voz perdida
    fr  Appel vocal manqué
    it  Chiamata vocale persa
    pt  Chamada de voz perdida; ?Ligação de voz perdida
    nl  ?Gemiste spraakoproep
    pl  ?Nieodebrane połączenie głosowe
    ru  ?Пропущенный аудиозвонок; ?Пропущенный голосовой звонок
    uk  ?Пропущений голосовий дзвінок; ?Пропущений аудіодзвінок
    tr  ?Cevapsız sesli arama
    sv  ?Missat röstsamtal
    da  ?Ubesvaret taleopkald
    nb  ?Tapt taleanrop; ?Ubesvart taleanrop
    fi  ?Vastaamaton äänipuhelu
    cs  ?Zmeškaný hlasový hovor
    sk  ?Zmeškaný hlasový hovor
    hu  ?Nem fogadott hanghívás
    ro  ?Apel vocal nepreluat; ?Apel vocal pierdut
    el  ?Αναπάντητη φωνητική κλήση
    bg  ?Пропуснато гласово обаждане
    hr  ?Propušteni glasovni poziv
    ca  ?Trucada perduda
    he  ?שיחה קולית שלא נענתה
    ar  ?مكالمة صوتية فائتة
    fa  ?تماس صوتی ازدست‌رفته; ?تماس صوتی بی‌پاسخ
    hi  ?मिस्ड वॉइस कॉल
    id  ?Panggilan suara tak terjawab
    ms  ?Panggilan suara terlepas
    vi  ?Cuộc gọi thoại nhỡ; ?Cuộc gọi thoại bị nhỡ
    th  ?สายโทรเสียงที่ไม่ได้รับ
    zh-Hans  ?未接语音通话; ?未接语音来电
    zh-Hant  ?未接語音通話; ?未接語音來電
    ja  ?不在着信(音声通話); ?音声通話の不在着信; ?不在着信
    ko  ?부재중 음성통화; ?부재중 음성 통화
  `,
  missedVideo: `
    en  Missed video call; Missed group video call; ?Silenced video call
    de  Verpasster Videoanruf; ?Videoanruf verpasst
    es  Videollamada perdida
    fr  Appel vidéo manqué
    it  Videochiamata persa
    pt  Chamada de vídeo perdida; ?Ligação de vídeo perdida; ?Videochamada perdida
    nl  ?Gemiste video-oproep; ?Gemiste videogesprek
    pl  ?Nieodebrane połączenie wideo
    ru  ?Пропущенный видеозвонок
    uk  ?Пропущений відеодзвінок
    tr  ?Cevapsız görüntülü arama
    sv  ?Missat videosamtal
    da  ?Ubesvaret videoopkald
    nb  ?Tapt videoanrop; ?Ubesvart videoanrop
    fi  ?Vastaamaton videopuhelu
    cs  ?Zmeškaný videohovor
    hu  ?Nem fogadott videóhívás
    ro  ?Apel video nepreluat; ?Apel video pierdut
    el  ?Αναπάντητη βιντεοκλήση
    he  ?שיחת וידאו שלא נענתה
    ar  ?مكالمة فيديو فائتة
    hi  ?मिस्ड वीडियो कॉल
    id  ?Panggilan video tak terjawab
    vi  ?Cuộc gọi video nhỡ; ?Cuộc gọi video bị nhỡ
    zh-Hans  ?未接视频通话; ?未接视频来电
    zh-Hant  ?未接視訊通話; ?未接視像通話
    ja  ?ビデオ通話の不在着信
    ko  ?부재중 영상통화; ?부재중 영상 통화
  `,
  voiceCall: `
    en  Voice call; Group voice call
    de  Sprachanruf
    es  Llamada de voz
    fr  Appel vocal
    it  Chiamata vocale
    pt  Chamada de voz; ?Ligação de voz
    nl  ?Spraakoproep
    pl  ?Połączenie głosowe
    ru  ?Аудиозвонок; ?Голосовой звонок
    tr  ?Sesli arama
  `,
  videoCall: `
    en  Video call; Group video call
    de  Videoanruf
    es  Videollamada
    fr  Appel vidéo
    it  Videochiamata
    pt  Chamada de vídeo; ?Ligação de vídeo; ?Videochamada
    nl  ?Video-oproep
    pl  ?Połączenie wideo
    ru  ?Видеозвонок
    tr  ?Görüntülü arama
  `,
};
