// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/named_files.h"
#include "tests/support/problem_text.h"

#include <QTest>

using namespace snowmelt;
using snowmelt::test::problemText;

class TestNamedFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inTheOrderOfTheText()
    {
        const QList<NamedFile> files = filesNamedBy("files:\n- {path: /a, source: a}\n- {path: /b, content: b}\n"
                                                    "sources:\n- {key: k.asc}\n");
        const QList<NamedFile> expected{{QStringLiteral("source"), QStringLiteral("a"), 2, 22},
                                        {QStringLiteral("key"), QStringLiteral("k.asc"), 5, 9, NamedFileUse::Key}};
        QCOMPARE(files, expected);
    }

    void templatesToo()
    {
        const QList<NamedFile> files =
            filesNamedBy("templates:\n- {path: /a, source: a}\npacker: {template: p.json}\n");
        const QList<NamedFile> expected{
            {QStringLiteral("source"), QStringLiteral("a"), 2, 22, NamedFileUse::Template},
            {QStringLiteral("template"), QStringLiteral("p.json"), 3, 20, NamedFileUse::Packer}};
        QCOMPARE(files, expected);
    }

    void noneInWhatIsNoRecipe()
    {
        for (const char* text : {"", "[", "files: a", "files: [a, [b]]", "a: b"})
            QVERIFY2(filesNamedBy(text).isEmpty(), text);
    }

    void judged_data()
    {
        QTest::addColumn<SeenFile>("seen");
        QTest::addColumn<QString>("expected");
        const SeenFile fine{true, true, true, true, fileLimit - 1};
        const auto row = [&](const char* name, void (*change)(SeenFile&), const char* expected) {
            SeenFile seen = fine;
            change(seen);
            QTest::newRow(name) << seen << QString::fromLatin1(expected);
        };
        row(
            "fine", [](SeenFile&) {}, "");
        row(
            "missing", [](SeenFile& s) { s = {}; }, "2:3 badValue source|../a|a file that is there");
        row(
            "outside", [](SeenFile& s) { s.inside = false; }, "2:3 pathEscapes ../a");
        row(
            "no file", [](SeenFile& s) { s.plain = false; },
            "2:3 badValue source|../a|a plain file: no folder, no pipe, no device");
        row(
            "not for us", [](SeenFile& s) { s.readable = false; }, "2:3 badValue source|../a|a file that you may read");
        row(
            "large", [](SeenFile& s) { ++s.bytes; },
            "2:3 badValue source|../a|a file below 64 MiB; nodes fetch larger data better from a volume");
    }
    void judged()
    {
        QFETCH(SeenFile, seen);
        QFETCH(QString, expected);
        const auto problem = snowmelt::judged({QStringLiteral("source"), QStringLiteral("../a"), 2, 3}, seen);
        QCOMPARE(problem ? problemText({*problem}) : QString(), expected);
    }

    void keysAsAptTellsThem()
    {
        QCOMPARE(keyringSuffix("-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQ==\n"), QStringLiteral(".asc"));
        QCOMPARE(keyringSuffix("\x99\x02"), QStringLiteral(".gpg"));
        QCOMPARE(keyringSuffix("\xc6\x02"), QStringLiteral(".gpg"));
        for (const char* no : {"", "key", "-----BEGIN PGP PRIVATE KEY BLOCK-----\n", "\x95\x01", "\xc5\x01",
                               "-----BEGIN PGP PUBLIC KEY BLOCK-----\n-----BEGIN PGP PRIVATE KEY BLOCK-----\n"})
            QVERIFY2(keyringSuffix(no).isEmpty(), no);
    }
};

QTEST_GUILESS_MAIN(TestNamedFiles)
#include "tst_named_files.moc"
