// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recipes/recipe_files.h"
#include "tests/models/recipes/recipe_shelf.h"
#include "tests/support/problem_text.h"

#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace snowmelt;
using snowmelt::test::problemText;
using snowmelt::test::RecipeShelf;

class TestRecipeFiles : public QObject
{
    Q_OBJECT

private:
    static QString problemsOf(const RecipeShelf& shelf, const QByteArray& source, const QByteArray& key = "source")
    {
        const QByteArray list = key == "key" ? "sources" : "files";
        return problemText(fileProblems(list + ":\n- {" + key + ": " + source + "}\n",
                                        shelf.at(QStringLiteral("b/recipes/shop.yaml")), shelf.folder()));
    }

private Q_SLOTS:
    void aFileInTheFolder()
    {
        const RecipeShelf shelf;
        QVERIFY(shelf.put(QStringLiteral("b/app/a"), "a"));
        QVERIFY(QFile::link(shelf.at(QStringLiteral("b/app/a")), shelf.at(QStringLiteral("b/app/link"))));
        QCOMPARE(problemsOf(shelf, "../app/a"), QString());
        QCOMPARE(problemsOf(shelf, "../app/link"), QString());
    }

    void missing()
    {
        QCOMPARE(problemsOf(RecipeShelf(), "../app/a"),
                 QStringLiteral("2:12 badValue source|../app/a|a file that is there"));
    }

    void outsideByPathOrByLink()
    {
        const RecipeShelf shelf;
        QVERIFY(shelf.put(QStringLiteral("elsewhere/secret"), "a"));
        QVERIFY(QFile::link(shelf.at(QStringLiteral("elsewhere/secret")), shelf.at(QStringLiteral("b/app/link"))));
        QVERIFY(QFile::link(shelf.at(QStringLiteral("elsewhere")), shelf.at(QStringLiteral("b/app/folder"))));
        for (const QByteArray path : {"../../elsewhere/secret", "../app/link", "../app/folder/secret", "../.."})
            QCOMPARE(problemsOf(shelf, path), QString(u"2:12 pathEscapes " + QString::fromLatin1(path)));
    }

    void aFolderWithTheSameBeginningIsOutside()
    {
        const RecipeShelf shelf;
        QVERIFY(QDir(shelf.at({})).mkpath(QStringLiteral("b-other")));
        QVERIFY(shelf.put(QStringLiteral("b-other/a"), "a"));
        QCOMPARE(problemsOf(shelf, "../../b-other/a"), QStringLiteral("2:12 pathEscapes ../../b-other/a"));
    }

    void whatIsNoPlainFileIsNeverOpened()
    {
        const RecipeShelf shelf;
        const QByteArray pipe = QFile::encodeName(shelf.at(QStringLiteral("b/app/pipe")));
        QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
        const QString expected = QStringLiteral("2:12 badValue source|../app/%1|a plain file: no folder, no pipe, no "
                                                "device");
        QCOMPARE(problemsOf(shelf, "../app/pipe"), expected.arg(QStringLiteral("pipe")));
        QCOMPARE(problemsOf(shelf, "../app/."), expected.arg(QStringLiteral(".")));
        QVERIFY(!readPlainFile(shelf.at(QStringLiteral("b/app/pipe")), 10));
        // A key is read: a pipe in its place must not be.
        QVERIFY(problemsOf(shelf, "../app/pipe", "key").contains(QStringLiteral("a plain file")));
        // A link to a device leads out of the folder; a device in it needs root to be made.
        QVERIFY(QFile::link(QStringLiteral("/dev/zero"), shelf.at(QStringLiteral("b/app/zero"))));
        QCOMPARE(problemsOf(shelf, "../app/zero"), QStringLiteral("2:12 pathEscapes ../app/zero"));
        const QByteArray device = QFile::encodeName(shelf.at(QStringLiteral("b/app/null")));
        if (::geteuid() == 0 && ::mknod(device.constData(), S_IFCHR | 0600, (1 << 8) | 3) == 0)
            QCOMPARE(problemsOf(shelf, "../app/null"), expected.arg(QStringLiteral("null")));
    }

    void notForEverybody()
    {
        if (::geteuid() == 0)
            QSKIP("root may read everything");
        const RecipeShelf shelf;
        QVERIFY(shelf.put(QStringLiteral("b/app/a"), "a"));
        QVERIFY(QFile::setPermissions(shelf.at(QStringLiteral("b/app/a")), {}));
        QCOMPARE(problemsOf(shelf, "../app/a"),
                 QStringLiteral("2:12 badValue source|../app/a|a file that you may read"));
    }

    void tenGigabytesAreNotRead()
    {
        const RecipeShelf shelf;
        const QString path = shelf.at(QStringLiteral("b/app/film"));
        QVERIFY(shelf.put(QStringLiteral("b/app/film"), {}));
        QVERIFY(QFile::resize(path, qint64(10) * 1024 * 1024 * 1024));
        const QString expected = QStringLiteral(
            "2:12 badValue source|../app/film|a file below 64 MiB; nodes fetch larger data better from a "
            "volume");
        QCOMPARE(problemsOf(shelf, "../app/film"), expected);
        QVERIFY(!readPlainFile(path, fileLimit));
        QVERIFY(QFile::resize(path, fileLimit));
        QCOMPARE(problemsOf(shelf, "../app/film"), expected);
        QVERIFY(QFile::resize(path, fileLimit - 1));
        QCOMPARE(problemsOf(shelf, "../app/film"), QString());
    }

    void aTemplateMentionsWhatThereIs()
    {
        const RecipeShelf shelf;
        const QString recipe = shelf.at(QStringLiteral("b/recipes/shop.yaml"));
        const QByteArray text = "templates:\n- {path: /a, source: ../app/t}\n";
        QVERIFY(shelf.put(QStringLiteral("b/app/t"), "${PORT}\n$${PROT}\n${PROT}\n"));
        QCOMPARE(
            problemText(fileProblems(text, recipe, shelf.folder())),
            QStringLiteral("2:22 unknownChoice source|../app/t:3: ${PROT}|FLEET, NODE, GROUP, IMAGE, PORT, ADDRESS, "
                           "DATABASE_HOST, DATABASE_PORT, DATABASE_NAME, DATABASE_USER|PORT"));
        QVERIFY(shelf.put(QStringLiteral("b/app/t"), "${PORT}\n"));
        QCOMPARE(problemText(fileProblems(text, recipe, shelf.folder())), QString());
        // The content of another file is its own.
        QVERIFY(shelf.put(QStringLiteral("b/app/t"), "${PROT}\n"));
        QCOMPARE(problemsOf(shelf, "../app/t"), QString());
    }

    void packersTemplateIsThere()
    {
        const RecipeShelf shelf;
        QCOMPARE(problemText(fileProblems("packer: {template: ../app/t}\n",
                                          shelf.at(QStringLiteral("b/recipes/shop.yaml")), shelf.folder())),
                 QStringLiteral("1:20 badValue template|../app/t|a file that is there"));
    }

    void aKeyIsAPublicKey()
    {
        const RecipeShelf shelf;
        QVERIFY(shelf.put(QStringLiteral("b/app/k"), "-----BEGIN PGP PUBLIC KEY BLOCK-----\n"));
        QCOMPARE(problemsOf(shelf, "../app/k", "key"), QString());
        QVERIFY(shelf.put(QStringLiteral("b/app/k"), "-----BEGIN PGP PRIVATE KEY BLOCK-----\n"));
        QCOMPARE(problemsOf(shelf, "../app/k", "key"),
                 QStringLiteral("2:9 badValue key|../app/k|an OpenPGP public key"));
    }
};

QTEST_GUILESS_MAIN(TestRecipeFiles)
#include "tst_recipe_files.moc"
