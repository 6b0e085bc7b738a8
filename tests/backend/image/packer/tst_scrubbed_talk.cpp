// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/packer/scrubbed_talk.h"

#include <QTest>

using namespace snowmelt;

namespace {

const QByteArray hush = "p4ssw0rd-that-is-long-enough-to-wrap-in-base64-at-76-characters-abcdefghij";

// As the tools print `hush`.
const QByteArrayList od{" 70 34 73 73 77 30 72 64 2d 74 68 61 74 2d 69 73",
                        " 2d 6c 6f 6e 67 2d 65 6e 6f 75 67 68 2d 74 6f 2d",
                        " 77 72 61 70 2d 69 6e 2d 62 61 73 65 36 34 2d 61",
                        " 74 2d 37 36 2d 63 68 61 72 61 63 74 65 72 73 2d", " 61 62 63 64 65 66 67 68 69 6a"};
const QByteArrayList odOfCharacters{"0000000   p   4   s   s   w   0   r   d   -   t   h   a   t   -   i   s",
                                    "0000020   -   l   o   n   g   -   e   n   o   u   g   h   -   t   o   -",
                                    "0000040   w   r   a   p   -   i   n   -   b   a   s   e   6   4   -   a",
                                    "0000060   t   -   7   6   -   c   h   a   r   a   c   t   e   r   s   -",
                                    "0000100   a   b   c   d   e   f   g   h   i   j",
                                    "0000112"};
const QByteArrayList xxd{"00000000: 7034 7373 7730 7264 2d74 6861 742d 6973  p4ssw0rd-that-is",
                         "00000010: 2d6c 6f6e 672d 656e 6f75 6768 2d74 6f2d  -long-enough-to-",
                         "00000020: 7772 6170 2d69 6e2d 6261 7365 3634 2d61  wrap-in-base64-a",
                         "00000030: 742d 3736 2d63 6861 7261 6374 6572 732d  t-76-characters-",
                         "00000040: 6162 6364 6566 6768 696a                 abcdefghij"};
const QByteArrayList hexdump{"00000000  70 34 73 73 77 30 72 64  2d 74 68 61 74 2d 69 73  |p4ssw0rd-that-is|",
                             "00000010  2d 6c 6f 6e 67 2d 65 6e  6f 75 67 68 2d 74 6f 2d  |-long-enough-to-|",
                             "00000020  77 72 61 70 2d 69 6e 2d  62 61 73 65 36 34 2d 61  |wrap-in-base64-a|",
                             "00000030  74 2d 37 36 2d 63 68 61  72 61 63 74 65 72 73 2d  |t-76-characters-|",
                             "00000040  61 62 63 64 65 66 67 68  69 6a                    |abcdefghij|"};

QByteArrayList wrapped(const QByteArray& text, qsizetype width)
{
    QByteArrayList lines;
    for (qsizetype at = 0; at < text.size(); at += width)
        lines.append(text.mid(at, width));
    return lines;
}

ScrubbedTalk talkOf(const QByteArray& secret = hush)
{
    return ScrubbedTalk(SecretScrub({Secret(secret)}));
}

QByteArray said(const QByteArray& text, const QByteArray& by = "null")
{
    return "    " + by + ": " + text;
}

QString shown(const QByteArray& text, const QByteArray& by = "null")
{
    return QString::fromUtf8(said(text, by));
}

} // namespace

/// A secret that is spread over several lines.
class TestScrubbedTalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void brokenSpellingIsFound_data()
    {
        QTest::addColumn<QByteArrayList>("lines");
        QTest::addColumn<int>("inTheOpen"); // lines that have nothing of it, or too little
        QTest::newRow("base64") << wrapped(hush.toBase64(), 76) << 0;
        QTest::newRow("base64 of a longer text") << wrapped(QByteArray("user:" + hush + "\n").toBase64(), 76) << 0;
        QTest::newRow("base64, narrow") << wrapped(hush.toBase64(), 8) << 0;
        QTest::newRow("hex") << wrapped(hush.toHex(), 60) << 0;
        QTest::newRow("as it is") << wrapped(hush, 10) << 0;
        QTest::newRow("a character a line") << wrapped(hush, 1) << 3;
        QTest::newRow("od -An -tx1") << od << 0;
        QTest::newRow("od -c") << odOfCharacters << 1;
        QTest::newRow("xxd") << xxd << 0;
        QTest::newRow("hexdump -C") << hexdump << 0;
    }

    void brokenSpellingIsFound()
    {
        QFETCH(const QByteArrayList, lines);
        QFETCH(const int, inTheOpen);
        ScrubbedTalk talk = talkOf();
        QStringList told;
        for (const QByteArray& line : lines)
            told += talk.take("message", said(line));
        told += talk.end();
        QCOMPARE(told.size(), lines.size());
        const QByteArray all = told.join(u'\n').toUtf8();
        for (qsizetype at = 0; at + 4 <= hush.size(); ++at) {
            const QByteArray part = hush.mid(at, 4);
            QVERIFY2(!all.contains(part) && !all.contains(part.toHex()) && !all.contains(part.toHex(' ')),
                     all.constData());
        }
        QCOMPARE(told.filter(concealed()).size(), lines.size() - inTheOpen);
    }

    void wholeLinesBecomeDots()
    {
        ScrubbedTalk talk = talkOf();
        QStringList told;
        for (const QByteArray& line : hexdump)
            told += talk.take("message", said(line));
        QCOMPARE(told, (QStringList{shown("00000000  •••"), shown("00000010  •••"), shown("00000020  •••"),
                                    shown("00000030  •••"), shown("00000040  •••")}));
    }

    void linesOfASecretAreFoundHoweverShort()
    {
        ScrubbedTalk talk = talkOf("first line of it\nab\ncd\nthe last one");
        QStringList told;
        for (const char* line : {"first line of it", "ab", "cd", "the last one", "ab"})
            told += talk.take("message", said(line));
        QCOMPARE(told, (QStringList{shown("•••"), shown("•••"), shown("•••"), shown("•••"), shown("ab")}));
    }

    // Of two builds at once each has a line of its own; all of them in the order in which they came.
    void othersSpeakInBetween()
    {
        ScrubbedTalk talk = talkOf();
        const QByteArrayList lines = wrapped(hush.toBase64(), 76);
        QCOMPARE(talk.take("message", said(lines[0], "a")), QStringList{});
        QCOMPARE(talk.take("message", said("working", "b")), QStringList{});
        QCOMPARE(talk.take("message", said(lines[0], "b")), QStringList{});
        const QStringList first{shown("•••", "a"), shown("working", "b")};
        QCOMPARE(talk.take("message", said(lines[1], "a")), first);
        const QStringList second{shown("•••", "b"), shown("•••=", "a"), shown("•••=", "b")};
        QCOMPARE(talk.take("message", said(lines[1], "b")), second);
        QCOMPARE(talk.end(), QStringList{});
    }

    void whatOnlyBeginsLikeOneIsToldAsItIs()
    {
        ScrubbedTalk talk = talkOf();
        QCOMPARE(talk.take("message", said("look: p4ssw0rd")), QStringList{});
        QCOMPARE(talk.take("message", said("is missing")), (QStringList{shown("look: p4ssw0rd"), shown("is missing")}));
    }

    void otherLinesAreNotKeptBack()
    {
        ScrubbedTalk talk = talkOf();
        for (const char* line : {"waiting", "p", "p4s", "2d", "==> ", "0000010 aa", "token=p4s"})
            QCOMPARE(talk.take("message", said(line)), QStringList{shown(line)});
        QCOMPARE(ScrubbedTalk(SecretScrub({})).take("say", "==> null: p4ssw0rd"),
                 QStringList{QStringLiteral("==> null: p4ssw0rd")});
    }

    void linesOfOneMessageAreTakenApart()
    {
        ScrubbedTalk talk = talkOf("a-secret\nof-two-lines");
        QCOMPARE(talk.take("error", "one a-secret\r\nof-two-lines two\n\nthree"),
                 (QStringList{QStringLiteral("one •••"), QStringLiteral("••• two"), QStringLiteral("three")}));
    }

    // Nobody knows how it goes on.
    void beginningAtTheEndIsHidden()
    {
        ScrubbedTalk talk = talkOf();
        QCOMPARE(talk.take("message", said("look: p4ssw0rd-that")), QStringList{});
        QCOMPARE(talk.end(), QStringList{shown("look: •••")});
        QCOMPARE(talk.take("message", said("more")), QStringList{shown("more")});
    }

    void whatIsKeptBackIsBounded()
    {
        ScrubbedTalk talk = talkOf();
        QStringList told = talk.take("message", said("p4ssw0rd-that", "a"));
        for (int i = 0; told.isEmpty() && i < 1000; ++i)
            told = talk.take("message", said("working", "b"));
        QCOMPARE(told.size(), 257);
        QCOMPARE(told.first(), shown("•••", "a"));
        QCOMPARE(told.last(), shown("working", "b"));
        QCOMPARE(talk.take("message", said("working", "b")), QStringList{shown("working", "b")});
        const QByteArray rest = hush.mid(13);
        QCOMPARE(talk.take("message", said(rest + ".", "a")), QStringList{shown("•••.", "a")});
    }

    // Whatever begins as another ends, and in itself.
    void beginningsWithinBeginningsAreFollowed()
    {
        ScrubbedTalk talk = talkOf("ababababac");
        QStringList told;
        for (const char* line : {"ababab", "ababac", "aab", "abababac"})
            told += talk.take("message", said(line));
        told += talk.end();
        QCOMPARE(told, (QStringList{shown("ab•••"), shown("•••"), shown("aab"), shown("•••")}));
    }

    void hugeLinesAreFollowed()
    {
        ScrubbedTalk talk = talkOf();
        const QStringList told = talk.take({}, QByteArray(300'000, 'x') + hush);
        QCOMPARE(told.size(), 1);
        QVERIFY(told[0].endsWith(QStringLiteral("x•••")));
    }
};

QTEST_GUILESS_MAIN(TestScrubbedTalk)
#include "tst_scrubbed_talk.moc"
