// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recipes/recipe_lineage.h"
#include "tests/models/recipes/recipe_shelf.h"
#include "tests/support/problem_text.h"

#include <QTest>

using namespace snowmelt;
using snowmelt::test::problemText;
using snowmelt::test::RecipeShelf;

namespace {

const QByteArray osText = "snowmelt-recipe: 1\ntier: os\nsuite: bookworm\n";

QByteArray above(const QByteArray& tier, const QByteArray& parent)
{
    return "snowmelt-recipe: 1\ntier: " + tier + "\nparent: " + parent + '\n';
}

QString faultsOf(const RecipeLineage& lineage)
{
    QStringList lines;
    for (const RecipeFault& fault : lineage.faults)
        lines += fault.file.section(u'/', -1) + u' ' +
                 (fault.problem ? problemText({*fault.problem}) : QStringLiteral("unreadable"));
    return lines.join(u'\n');
}

} // namespace

class TestRecipeLineage : public QObject
{
    Q_OBJECT

private:
    static RecipeLineage lineageOf(const QByteArray& shop, const QByteArray& web, const ReadText& read = {})
    {
        const RecipeShelf shelf;
        shelf.put(QStringLiteral("b/recipes/os.yaml"), osText);
        shelf.put(QStringLiteral("b/recipes/web.yaml"), web);
        shelf.put(QStringLiteral("b/recipes/shop.yaml"), shop);
        const QStringList images{QStringLiteral("os@1"), QStringLiteral("web@1"), QStringLiteral("shop@1"),
                                 QStringLiteral("gone@1")};
        return readRecipeLineage(shelf.blueprint(images), *ImageRef::parse(QStringLiteral("shop@1")), read);
    }

private Q_SLOTS:
    void fromTheBottomUp()
    {
        const RecipeLineage lineage = lineageOf(above("immutable", "web@1"), above("foundation", "os@1"));
        QVERIFY2(lineage.ok(), qPrintable(faultsOf(lineage)));
        QStringList names;
        for (const TierRecipe& tier : lineage.tiers)
            names += tier.ref.text();
        QCOMPARE(names.join(u' '), QStringLiteral("os@1 web@1 shop@1"));
    }

    void faults_data()
    {
        QTest::addColumn<QByteArray>("shop");
        QTest::addColumn<QByteArray>("web");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const QByteArray& shop, const QByteArray& web, const char* expected) {
            QTest::newRow(name) << shop << web << QString::fromLatin1(expected);
        };
        const QByteArray shop = above("immutable", "web@1");
        row("unknown parent", above("immutable", "wob@1"), {},
            "shop.yaml 3:9 unknownChoice parent|wob@1|os@1, web@1, shop@1, gone@1|web@1");
        row("its own parent", above("immutable", "shop@1"), {},
            "shop.yaml 3:9 badValue parent|shop@1|a parent that is not born from this image");
        row("circle", shop, above("immutable", "shop@1"),
            "web.yaml 3:9 badValue parent|shop@1|a parent that is not born from this image");
        row("higher", above("foundation", "web@1"), above("immutable", "os@1"),
            "shop.yaml 3:9 badValue parent|web@1|a parent of the same tier or a lower one");
        row("unreadable parent", above("immutable", "gone@1"), {}, "gone.yaml unreadable");
        row("parent with errors", shop, "tier: [", "web.yaml 1:1 syntax end of sequence flow not found");
        row("all files of one", shop + "files:\n- {path: /a, source: a}\n- {path: /b, source: /b}\n", {},
            "shop.yaml 6:22 pathEscapes /b");
        row("health of nobody's port", shop + "ports: [81]\nhealth: {port: 80}\n", above("foundation", "os@1"),
            "shop.yaml 5:16 badValue port|80|a port of this recipe or of its parents");
        row("file below a template", shop + "files: [{path: /a, content: b}]\n",
            above("foundation", "os@1") + "templates: [{path: /a, content: a}]\n",
            "shop.yaml 4:16 badValue path|/a|a path that no parent makes from a template");
        row("parent's health", shop, above("foundation", "os@1") + "health: {port: 80}\n",
            "web.yaml 4:16 badValue port|80|a port of this recipe or of its parents");
        row("missing files", shop + "files:\n- {path: /a, source: a}\n- {path: /b, source: b}\n", {},
            "shop.yaml 5:22 badValue source|a|a file that is there\n"
            "shop.yaml 6:22 badValue source|b|a file that is there");
    }
    void faults()
    {
        QFETCH(QByteArray, shop);
        QFETCH(QByteArray, web);
        QFETCH(QString, expected);
        const RecipeLineage lineage = lineageOf(shop, web);
        QVERIFY(!lineage.ok());
        QCOMPARE(faultsOf(lineage), expected);
    }

    void healthOfAParentsPort()
    {
        const RecipeLineage lineage = lineageOf(above("immutable", "web@1") + "health: {port: 80}\n",
                                                above("foundation", "os@1") + "ports: [80]\n");
        QVERIFY2(lineage.ok(), qPrintable(faultsOf(lineage)));
    }

    void onWhatPackerMade()
    {
        const RecipeLineage lineage =
            lineageOf(above("immutable", "web@1"),
                      "snowmelt-recipe: 1\ntier: foundation\npacker: {template: web.yaml, artifact: a}\n");
        QVERIFY2(lineage.ok(), qPrintable(faultsOf(lineage)));
        QCOMPARE(lineage.tiers.size(), 2);
    }

    void anImageNobodyKnows()
    {
        const RecipeLineage lineage =
            readRecipeLineage(RecipeShelf().blueprint({}), *ImageRef::parse(QStringLiteral("shop@1")));
        QVERIFY(lineage.unknown);
        QVERIFY(!lineage.ok());
    }

    void textThatIsNotSavedYet()
    {
        const ReadText open = [](const QString& file) -> std::optional<QByteArray> {
            return file.endsWith(QStringLiteral("shop.yaml")) ? above("immutable", "os@1") : osText;
        };
        const RecipeLineage lineage = lineageOf("tier: [", "tier: [", open);
        QVERIFY2(lineage.ok(), qPrintable(faultsOf(lineage)));
        QCOMPARE(lineage.tiers.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestRecipeLineage)
#include "tst_recipe_lineage.moc"
