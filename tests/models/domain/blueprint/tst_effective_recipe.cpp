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
    static const QStringList parts{QStringLiteral("suite"),   QStringLiteral("before"),  QStringLiteral("source"),
                                   QStringLiteral("package"), QStringLiteral("user"),    QStringLiteral("file"),
                                   QStringLiteral("command"), QStringLiteral("service"), QStringLiteral("port"),
                                   QStringLiteral("label")};
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
};

QTEST_GUILESS_MAIN(TestEffectiveRecipe)
#include "tst_effective_recipe.moc"
