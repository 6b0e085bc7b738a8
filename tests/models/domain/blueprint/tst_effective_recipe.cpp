// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/effective_recipe.h"

#include <QTest>

using namespace snowmelt;

namespace {

RecipeOfTier tier(const char* ref, const QByteArray& text)
{
    const auto parsed = parseRecipe("snowmelt-recipe: 1\n" + text);
    Q_ASSERT(parsed.ok());
    return {*ImageRef::parse(QLatin1String(ref)), parsed.value};
}

/// "os@1 package a 1 (undone by web@1)" per line: trees of values are compared as text.
QString textOf(const QList<EffectiveLine>& lines)
{
    static const QStringList parts{
        QStringLiteral("suite"),   QStringLiteral("packer"), QStringLiteral("before"),  QStringLiteral("source"),
        QStringLiteral("package"), QStringLiteral("user"),   QStringLiteral("file"),    QStringLiteral("template"),
        QStringLiteral("command"), QStringLiteral("start"),  QStringLiteral("service"), QStringLiteral("port"),
        QStringLiteral("health"),  QStringLiteral("test"),   QStringLiteral("schema"),  QStringLiteral("label")};
    QStringList text;
    for (const EffectiveLine& line : lines) {
        QString one =
            QStringList{line.from.text(), parts[static_cast<int>(line.part)], line.name, line.value}.join(u'|');
        if (!line.undoneBy.isNull())
            one += QStringLiteral(" undone by ") + line.undoneBy.text();
        text += one;
    }
    return text.join(u'\n');
}

} // namespace

class TestEffectiveRecipe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingOfNothing() { QVERIFY(effectiveRecipe({}).isEmpty()); }

    void tierByTierInTheOrderItIsDone()
    {
        const auto os = tier("os@1", "tier: os\nsuite: bookworm\nports: [22]\nlabels: {a: b}\npackages: [tini]\n"
                                     "sources: [{uri: \"http://a/\", suite: x, components: [main, more]}]\n");
        const auto shop = tier("shop@1", "tier: immutable\nparent: os@1\nlabels: {team: web}\n"
                                         "services: [{name: shop, command: run}]\ncommands: [make]\n"
                                         "files: [{path: /a, source: ../a, mode: \"0755\", owner: shop}]\n"
                                         "users: [{name: shop}]\npackages: [htop=1]\nbefore-packages: [prepare]\n");
        QCOMPARE(textOf(effectiveRecipe({os, shop})),
                 QStringLiteral("os@1|suite|bookworm|\n"
                                "os@1|source|http://a/|x main more\n"
                                "os@1|package|tini|\n"
                                "os@1|port|22|\n"
                                "shop@1|before|prepare|\n"
                                "shop@1|package|htop|1\n"
                                "shop@1|user|shop|/nonexistent  /usr/sbin/nologin\n"
                                "shop@1|file|/a|0755 shop:root  ../a\n"
                                "shop@1|command|make|\n"
                                "shop@1|service|shop|run\n"
                                "shop@1|label|team|web"));
    }

    void whatATierAboveSaysOtherwise()
    {
        const auto os = tier("os@1", "tier: os\nsuite: bookworm\nports: [22]\npackages: [htop=1]\n"
                                     "files: [{path: /a, content: a}]\n");
        const auto web = tier("web@1", "tier: foundation\nparent: os@1\nports: [22, 80]\npackages: [htop=2]\n");
        const auto shop = tier("shop@1", "tier: immutable\nparent: web@1\nfiles: [{path: /a, content: b}]\n");
        QCOMPARE(textOf(effectiveRecipe({os, web, shop})),
                 QStringLiteral("os@1|suite|bookworm|\n"
                                "os@1|package|htop|1 undone by web@1\n"
                                "os@1|file|/a|0644 root:root undone by shop@1\n"
                                "os@1|port|22|\n"
                                "web@1|package|htop|2\n"
                                "web@1|port|80|\n"
                                "shop@1|file|/a|0644 root:root"));
    }

    void whatIsTriedAndStarted()
    {
        const auto os = tier("os@1", "tier: os\nsuite: bookworm\nports: [22]\nhealth: {port: 22}\n"
                                     "tests: [{name: up, command: a}]\nstart: [first]\n"
                                     "templates: [{path: /t, content: a}]\n");
        const auto web = tier("web@1", "tier: foundation\nparent: os@1\nschema: {from: 1, to: 2}\nstart: [second]\n"
                                       "templates: [{path: /t, source: t, mode: \"0600\"}]\n");
        const auto shop = tier("shop@1", "tier: immutable\nparent: web@1\nhealth: {port: 22, path: /, seconds: 5}\n"
                                         "schema: {from: 3, to: 3}\ntests: [{name: answers, command: b}]\n");
        QCOMPARE(textOf(effectiveRecipe({os, web, shop})),
                 QStringLiteral("os@1|suite|bookworm|\n"
                                "os@1|template|/t|0644 root:root undone by web@1\n"
                                "os@1|start|first|\n"
                                "os@1|port|22|\n"
                                "os@1|health|22|60 s undone by shop@1\n"
                                "web@1|template|/t|0600 root:root  t\n"
                                "web@1|start|second|\n"
                                "web@1|schema|1 – 2| undone by shop@1\n"
                                "shop@1|health|22|/  5 s\n"
                                "shop@1|test|answers|b\n"
                                "shop@1|schema|3|"));
    }

    void theNearestThatSaysIt()
    {
        const Recipe os = tier("os@1", "tier: os\nsuite: bookworm\nhealth: {port: 22}\n").recipe;
        const Recipe web = tier("web@1", "tier: foundation\nparent: os@1\nschema: {from: 1, to: 2}\n").recipe;
        const Recipe shop = tier("shop@1", "tier: immutable\nparent: web@1\nhealth: {port: 80}\n").recipe;
        QVERIFY(!effectiveHealth({}));
        QVERIFY(!effectiveHealth({web}));
        QCOMPARE(effectiveHealth({os, web})->port, 22);
        QCOMPARE(effectiveHealth({os, web, shop})->port, 80);
        QCOMPARE(effectiveSchema({os}), SchemaWindow());
        QCOMPARE(effectiveSchema({os, web, shop}), (SchemaWindow{1, 2}));
    }

    void madeByPacker()
    {
        const auto web = tier("web@1", "tier: foundation\npacker: {template: t.json, artifact: root.tar,\n"
                                       "  variables: {a: b}, secrets: [token]}\n");
        QCOMPARE(textOf(effectiveRecipe({web})), QStringLiteral("web@1|packer|t.json|root.tar  a=b  token=…"));
    }
};

QTEST_GUILESS_MAIN(TestEffectiveRecipe)
#include "tst_effective_recipe.moc"
