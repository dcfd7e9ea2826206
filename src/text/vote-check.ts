// Words about checking an owners' vote: its archive, the page that checks it, and one's own ballot.
import { phrases } from '#kit/phrase.ts'

export const voteCheckText = phrases({
  notCounted: ['还没有计票，计完才有档案', 'It is not counted yet; the archive comes with the count'],
  ownersOnly: ['档案里写着哪一户怎么投的，只给这个小区的业主和经办的人', 'The archive says which home voted how: only for owners of this estate and for those who keep the vote'],
  notSealed: ['刚计完票，封存要等几秒，请过一会儿再来', 'It was counted just now and is sealed within seconds; please come back in a moment'],
  archiveHint: ['法院、街道、别的软件都读得懂，不用经过我们就能核对', 'A court, the street office or other software can read it and check it without us'],
  download: ['下载档案（zip）', 'Download the archive (zip)'],
  title: ['核对一次表决', 'Check a vote'],
  lead: ['在您自己的手机上重新算一遍：票有没有少、有没有改、结果对不对。文件不会传出去',
    'Counted anew on your own device: whether a ballot was dropped or changed, and whether the result follows. The file goes nowhere'],
  noScript: ['这一页要用浏览器的脚本。也可以下载两个文件，在电脑上核对', 'This page needs scripts. You can also download two files and check on a computer'],
  file: ['档案文件（zip）', 'The archive (zip)'],
  key: ['社区的公钥', 'The community’s public key'],
  keyHint: ['最好用您以前抄下来的那一份', 'Best the one that you wrote down before'],
  ownCode: ['您的回执码', 'Your receipt code'],
  code: ['您的回执码（可以不填）', 'Your receipt code (optional)'],
  codeHint: ['投票后给您的十二个字符，填了就能看到自己那一张', 'The twelve characters that you got after voting: they show your own ballot'],
  start: ['核对', 'Check'],
  right: ['都对得上', 'All of it holds'],
  wrong: ['有对不上的地方', 'Something does not hold'],
  unreadable: ['这个文件或公钥读不出来', 'The file or the key cannot be read'],
  onComputer: ['在电脑上核对', 'On a computer'],
  onComputerHint: ['两个文件放在同一个文件夹，装有 Node 20.19 以上就行，不用联网', 'Put both files into one folder; with Node 20.19 or later it needs no network'],
  ofRecord: ['核对留痕的证明', 'Check proofs of the record'],
  ofVotes: ['核对一次表决', 'Check a vote'],
  mine: ['我的票在不在', 'Is my ballot there'],
  mineLead: ['投票后给您的回执码，在这里能查到那一张还在不在、算没算', 'With the receipt code that you got after voting: whether it is there, and whether it counts'],
  look: ['查一下', 'Look it up'],
  nothing: ['没有这个码的票。请再看一眼；要是您确定没抄错，马上提异议', 'There is no ballot with this code. Please look again; if you are sure of it, object at once'],
  there: ['在票账里', 'It is in the ledger'],
  nth: [(place: number) => `第 ${place} 张`, (place: number) => `No. ${place}`],
  how: ['怎么投的', 'How'],
  counts: ['到现在为止，算的就是这一张', 'So far this is the one that counts'],
  counted: ['计入的就是这一张', 'This is the one that was counted'],
  replaced: ['同一个号码后来又投过一次，算后面那一张', 'The same number voted again later; the later one counts'],
  countedAs: ['计入的选择', 'Counted as'],
  secretMark: ['您的暗记', 'Your secret mark'],
  secretMarkHint: ['不记名：现在抄下来，计票后凭它能在名单里认出自己那张。计票以后谁也说不出它是谁的，我们也不行；别给别人看',
    'The vote is secret: write it down now, and after the count it shows you your ballot in the list. Then nobody can tell whose it is, not even we; show it to nobody'],
  whole: ['整次表决也能核对', 'The whole vote can be checked too'],
})

/** README.txt of an archive, in both languages. */
export const archiveReadme = `表决档案 · Archive of an owners' vote
====================================================================

这是一次业主共同决定的全部记录。不用我们的软件也能读，也能核对。没有人的姓名。
This is the whole record of one decision of owners. It can be read and checked without our software. It holds no names.

decision.json    公告：题目、候选人、规则（每个数都带出处）、时间 · the announcement: questions, candidates, rules each with its source, times
roll.csv         名册：号码、房号、面积（0.01 平方米） · the roll: number, homes, areas in 0.01 m²
ledger.csv       票账：每一次投票，按先后 · the ledger: every ballot act in its order
counted.csv      计入的票（不记名的没有号码） · the ballots that count (of a secret vote without number)
deliveries.csv   送达记录 · deliveries of voting papers
postings.csv     张贴记录和照片的 SHA-256 · postings with the SHA-256 of their photos
objections.json  异议和答复（没有封存，只供阅读） · objections and answers (not sealed, for reading)
result.json      结果，三种算法并列 · the result, three ways of counting silence side by side
receipts/        公告、计票等在签名留痕里的证明 · proofs that announcement, count and more stand in the signed record
SHA256SUMS       每个文件的 SHA-256 · of every file

核对 · Check it
  node verify-vote.js ARCHIVE.zip --key 'NAME+ID+KEY'      (Node 20.19+)
  或者在任何一个邻聚的 /verify/vote 页面 · or on the page /verify/vote of any Linju
  公钥请用您自己早先抄下的 · use a key that you wrote down yourself, earlier

自己核对 · By hand
  印记 = SHA-256(0x00 ‖ RFC 8785 JSON)，树按 RFC 9162 · leaf = SHA-256(0x00 ‖ JSON in RFC 8785), trees as in RFC 9162
  票账一行 · a ledger line: {"at","channel","commitment","decision","number"}
  承诺 · commitment = SHA-256(nonce ‖ RFC 8785 JSON of choices)
  计票的记录里封着：名册、公告、票账、计入、送达、张贴的根和结果的印记
  the close's entry seals the roots of roll, ledger, counted, deliveries, postings, and the hashes of announcement and result
  每个字段见 · every field: docs/ballots.md
`
