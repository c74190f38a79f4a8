/** What the app writes beside a file's name, by language: in brackets behind it on Android, before it on iOS. */
const TABLE = `
  en  file attached; attached
  de  Datei angehängt; Anhang
  es  archivo adjunto; adjunto
  fr  fichier joint; pièce jointe
  it  file allegato; allegato
  pt  arquivo anexado; ficheiro anexado; anexado; anexo
  nl  bestand bijgevoegd; bijgevoegd; bijlage
  pl  załączono plik; załącznik
  ru  файл добавлен; прикреплено
  uk  файл додано; вкладено
  tr  dosya ekli; ek; eklendi
  sv  bifogad fil; bifogad
  da  vedhæftet fil; vedhæftet
  nb  fil vedlagt; vedlegg
  fi  tiedosto liitetty; liite
  cs  soubor přiložen; příloha
  hu  fájl csatolva; csatolmány
  ro  fișier atașat; atașat
  el  συνημμένο αρχείο; επισυνάπτεται
  he  קובץ מצורף; מצורף
  ar  ملف مرفق; مرفق
  hi  संलग्न फ़ाइल; अटैच किया गया
  id  file terlampir; terlampir
  vi  tệp đính kèm; đính kèm
  ja  ファイル添付; 添付ファイル; 添付
  ko  파일 첨부됨; 첨부파일; 첨부됨
  zh  文件附件; 文件已附加; 附件; 檔案已附加
`;

/** Every such note. A file whose name the app gave needs none. */
export const FILE_NOTES: ReadonlySet<string> = new Set(
  TABLE.trim()
    .split('\n')
    .flatMap(line =>
      line
        .trim()
        .replace(/^\S+\s+/, '')
        .split('; '),
    ),
);
