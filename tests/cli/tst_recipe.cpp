// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace snowmelt;

class TestRecipe : public QObject
{
    Q_OBJECT

private:
    /// base.yaml and shop.yaml beside the fixture's blueprint.
    static void shelve(CliFixture& cli, const QByteArray& shop)
    {
        cli.write(u"base.yaml"_qs, "snowmelt-recipe: 1\ntier: os\nsuite: bookworm\npackages: [tini]\n");
        cli.write(u"shop.yaml"_qs, "snowmelt-recipe: 1\ntier: immutable\nparent: base@1\n" + shop);
    }

private Q_SLOTS:
    void showsAllTiers()
    {
        CliFixture cli;
        const QString file = cli.blueprint();
        shelve(cli, "packages: [tini=2]\nports: [80]\n");
        cli.run({u"recipe"_qs, u"shop"_qs, file});
        QVERIFY2(cli.status == 0, qPrintable(cli.err));
        QStringList lines = cli.out.split(u'\n', Qt::SkipEmptyParts);
        for (QString& line : lines)
            line = line.simplified();
        QCOMPARE(lines.join(u'\n'), u"FROM PART WHAT DETAILS\n"
                                    "base@1 Suite bookworm\n"
                                    "Package tini replaced by shop 1.1.0\n"
                                    "shop@1.1.0 Package tini 2\n"
                                    "Port 80"_qs);
        QVERIFY(cli.log.requests.isEmpty());
    }

    void asJson()
    {
        CliFixture cli;
        const QString file = cli.blueprint();
        shelve(cli, "packages: [tini=2]\n");
        cli.run({u"recipe"_qs, u"shop@1.0.0"_qs, u"--json"_qs, file});
        const QJsonObject document = QJsonDocument::fromJson(cli.out.toUtf8()).object();
        QCOMPARE(document[u"schema"_qs].toString(), u"snowmelt.recipe/1"_qs);
        QCOMPARE(document[u"image"_qs].toString(), u"shop@1.0.0"_qs);
        const QJsonObject tini = document[u"parts"_qs].toArray()[1].toObject();
        QCOMPARE(tini, (QJsonObject{{u"part"_qs, u"package"_qs},
                                    {u"name"_qs, u"tini"_qs},
                                    {u"value"_qs, u""_qs},
                                    {u"from"_qs, u"base@1"_qs},
                                    {u"undoneBy"_qs, u"shop@1.0.0"_qs}}));
    }

    void faultsAtTheirPlaces()
    {
        CliFixture cli;
        const QString file = cli.blueprint();
        shelve(cli, "files:\n- {path: /a, source: gone}\n");
        const QString place = cli.folder.filePath(u"shop.yaml"_qs) +
                              u":5:22: error: “source” is “gone”; expected a file that is there"_qs;
        for (const QStringList& call : {QStringList{u"recipe"_qs, u"shop"_qs, file}, QStringList{u"check"_qs, file}}) {
            cli.run(call);
            QCOMPARE(cli.status, 65);
            QCOMPARE(cli.err.trimmed(), place); // once, though two versions have this recipe
        }
        cli.run({u"recipe"_qs, u"shop"_qs, u"--json"_qs, file});
        QCOMPARE(cli.status, 65);
        const QJsonObject document = QJsonDocument::fromJson(cli.out.toUtf8()).object();
        QCOMPARE(document[u"problems"_qs].toArray()[0][u"line"_qs].toInt(), 5);
    }

    void aParentThatIsNotThere()
    {
        CliFixture cli;
        const QString file = cli.blueprint();
        shelve(cli, "");
        cli.write(u"shop.yaml"_qs, "snowmelt-recipe: 1\ntier: immutable\nparent: bose@1\n");
        cli.run({u"check"_qs, file});
        QCOMPARE(cli.status, 65);
        QVERIFY2(cli.err.contains(u"shop.yaml:3:9: error: “parent” is “bose@1”; expected one of "_qs) &&
                     cli.err.contains(u"did you mean “base@1”?"_qs),
                 qPrintable(cli.err));
    }

    void anImageNobodyKnows()
    {
        CliFixture cli;
        const QString file = cli.blueprint();
        shelve(cli, "");
        cli.run({u"recipe"_qs, u"cart@1"_qs, file});
        QCOMPARE(cli.status, 1);
        QVERIFY(cli.err.contains(u"cart"_qs));
        cli.run({u"recipe"_qs, u"cart"_qs, file});
        QCOMPARE(cli.status, 64);
    }
};

QTEST_GUILESS_MAIN(TestRecipe)
#include "tst_recipe.moc"
