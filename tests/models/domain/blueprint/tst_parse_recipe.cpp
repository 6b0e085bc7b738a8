// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/recipe.h"
#include "tests/support/problem_text.h"

#include <QTest>

using namespace snowmelt;
using snowmelt::test::problemText;

class TestParseRecipe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKey()
    {
        const auto parsed = parseRecipe(R"(snowmelt-recipe: 1
description: The shop
tier: immutable
parent: foundation/web@1
before-packages: [mkdir -p /etc/x]
packages: [rsyslog, libc6=2.36-9]
users: [{name: shop, home: /var/lib/shop}]
files:
  - {path: /usr/local/bin/shop, source: ../app/shop.py, mode: "0755"}
  - path: /etc/motd
    content: |
      hello
commands: [systemctl mask x]
services: [{name: shop, command: /usr/local/bin/shop --serve}]
ports: [8080]
)");
        QCOMPARE(problemText(parsed.problems), QString());
        const Recipe& recipe = parsed.value;
        QCOMPARE(recipe.tier, Tier::Immutable);
        QCOMPARE(recipe.parent.text(), QStringLiteral("foundation/web@1"));
        QCOMPARE(recipe.packages.size(), 2);
        QCOMPARE(recipe.users.first().shell, QStringLiteral("/usr/sbin/nologin"));
        QCOMPARE(recipe.files.first().mode, 0755);
        QCOMPARE(recipe.files.last().content, QByteArray("hello\n"));
        QCOMPARE(recipe.services.first().command, QStringLiteral("/usr/local/bin/shop --serve"));
        QCOMPARE(recipe.ports, QList<int>{8080});
    }

    void problems_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* body, const char* expected) {
            QTest::newRow(name) << "snowmelt-recipe: 1\n" + QByteArray(body) << QString::fromUtf8(expected);
        };
        row("no tier", "suite: bookworm\n", "1:1 missingKey tier");
        row("tier", "tier: app\n", "2:7 badValue tier|app|os, foundation, immutable");
        row("os without suite", "tier: os\n", "1:1 missingKey suite");
        row("os with parent", "tier: os\nsuite: bookworm\nparent: a@1\n",
            "4:9 badValue parent|a@1|no parent in an OS tier");
        row("no parent", "tier: foundation\n", "1:1 missingKey parent");
        row("package", "tier: os\nsuite: bookworm\npackages: [\"a b\"]\n",
            "4:12 badValue packages|a b|a Debian package name");
        row("package as option", "tier: os\nsuite: bookworm\npackages: [\"--foo\"]\n",
            "4:12 badValue packages|--foo|a Debian package name");
        row("mode", "tier: os\nsuite: bookworm\nfiles: [{path: /a, content: x, mode: 0999}]\n",
            "4:38 badValue mode|0999|an octal mode such as \"0755\"");
        row("relative path", "tier: os\nsuite: bookworm\nfiles: [{path: a, content: x}]\n",
            "4:16 badValue path|a|an absolute path");
        row("path with dots", "tier: os\nsuite: bookworm\nfiles: [{path: /a/../etc, content: x}]\n",
            "4:16 badValue path|/a/../etc|an absolute path");
        row("no body", "tier: os\nsuite: bookworm\nfiles: [{path: /a}]\n", "4:9 missingKey source");
        row("absolute source", "tier: os\nsuite: bookworm\nfiles: [{path: /a, source: /etc/passwd}]\n",
            "4:28 pathEscapes /etc/passwd");
        row("port", "tier: os\nsuite: bookworm\nports: [0]\n", "4:9 outOfRange ports|0|1|65535");
        row("unknown key", "tier: os\nsuite: bookworm\npackage: [a]\n",
            "4:1 unknownKey package|snowmelt-recipe, description, tier, parent, suite, before-packages, packages, "
            "users, "
            "files, commands, services, ports|packages");
    }
    void problems()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        QCOMPARE(problemText(parseRecipe(text).problems), expected);
    }
};

QTEST_GUILESS_MAIN(TestParseRecipe)
#include "tst_parse_recipe.moc"
