// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/recipe.h"
#include "tests/support/problem_text.h"

#include <QTest>

#include <functional>

using namespace snowmelt;
using snowmelt::test::problemText;

class TestParseRecipe : public QObject
{
    Q_OBJECT

private:
    using Row = std::function<void(const char* name, const QByteArray& body, const QByteArray& expected)>;

    static void duplicates(const Row& row)
    {
        row("package twice", "tier: os\nsuite: bookworm\npackages: [htop, htop=3.2-1]\n",
            "4:18 badValue packages|htop|each one once");
        row("file twice", "tier: os\nsuite: bookworm\nfiles: [{path: /a, content: a}, {path: /a, content: b}]\n",
            "4:40 badValue path|/a|each one once");
        row("user twice", "tier: os\nsuite: bookworm\nusers: [{name: a}, {name: a}]\n",
            "4:27 badValue name|a|each one once");
        row("service twice", "tier: os\nsuite: bookworm\nservices: [{name: a, command: b}, {name: a, command: c}]\n",
            "4:42 badValue name|a|each one once");
        row("port twice", "tier: os\nsuite: bookworm\nports: [80, 80]\n", "4:13 badValue ports|80|each one once");
    }

    static void nameTricks(const Row& row)
    {
        const char* path = "an absolute path";
        const auto file = [&](const char* name, const char* value, const QByteArray& shown, const char* expected) {
            row(name, QByteArray("tier: os\nsuite: bookworm\nfiles: [{content: x, path: ") + value + "}]\n",
                QByteArray("4:28 badValue path|" + shown + '|' + expected));
        };
        file("line end", "\"/a\\n\"", "/a\\n", path);
        file("tab", "\"/a\\tb\"", "/a\\tb", path);
        file("escape", "\"/a\\e[2J\"", "/a\\x1b[2J", path);
        file("turned text", "\"/a\\u202egnp.sh\"", "/a\\xe2\\x80\\xaegnp.sh", path);
        file("root", "/", "/", "a file that stays in the image, not below /dev, /proc, /run, /sys or /tmp");
        file("passing", "/run/a", "/run/a",
             "a file that stays in the image, not below /dev, /proc, /run, /sys or /tmp");
        file("slash at the end", "/a/", "/a/", path);
        row("user with a line end", "tier: os\nsuite: bookworm\nusers: [{name: \"a\\n\"}]\n",
            "4:16 badValue name|a\\n|a Linux user name");
        row("home that ends its field", "tier: os\nsuite: bookworm\nusers: [{name: a, home: \"/:0:0\"}]\n",
            "4:25 badValue home|/:0:0|an absolute path");
        row("owner", "tier: os\nsuite: bookworm\nfiles: [{path: /a, content: x, owner: \"a\\tb\"}]\n",
            "4:39 badValue owner|a\\tb|a Linux user name or number");
        row("source with a line end", "tier: os\nsuite: bookworm\nfiles: [{path: /a, source: \"a\\nb\"}]\n",
            "4:28 badValue source|a\\nb|a path of visible text, relative to the recipe");
        row("empty source", "tier: os\nsuite: bookworm\nfiles: [{path: /a, source: \"\"}]\n",
            "4:28 badValue source||a path of visible text, relative to the recipe");
        row("service of two lines", "tier: os\nsuite: bookworm\nservices: [{name: a, command: \"a\\nb\"}]\n",
            "4:31 badValue command|a\\nb|one line of text that is not empty");
        row("empty command", "tier: os\nsuite: bookworm\ncommands: [\" \"]\n",
            "4:12 badValue commands| |a command of visible text");
        row("command with an escape", "tier: os\nsuite: bookworm\ncommands: [\"echo \\e\"]\n",
            "4:12 badValue commands|echo \\x1b|a command of visible text");
        row("description of two lines", "description: \"a\\nb\"\ntier: os\nsuite: bookworm\n",
            "2:14 badValue description|a\\nb|one line of text that is not empty");
        row("before there is a root", "tier: os\nsuite: bookworm\nbefore-packages: [\"true\"]\n",
            "4:18 badValue before-packages||no commands before there is a root");
        row("port with a sign", "tier: os\nsuite: bookworm\nports: [+80]\n", "4:9 wrongType ports|a whole number");
        row("mode with a blank", "tier: os\nsuite: bookworm\nfiles: [{path: /a, content: x, mode: \" 644\"}]\n",
            "4:38 badValue mode| 644|an octal mode such as \"0755\"");
    }

    static void sourceProblems(const Row& row)
    {
        const auto source = [&](const char* name, const char* body, const char* expected) {
            row(name, QByteArray("tier: os\nsuite: bookworm\nsources:\n- ") + body + '\n', expected);
        };
        source("no uri", "{suite: a, components: [main]}", "5:3 missingKey uri");
        source("file uri", "{suite: ./, uri: \"file:/srv\"}",
               "5:20 badValue uri|file:/srv|an http or https address without a password in it");
        source("password", "{suite: ./, uri: \"http://a:b@c/\"}",
               "5:20 badValue uri|http://a:b@c/|an http or https address without a password in it");
        source("a second line", "{suite: ./, uri: \"http://a/\\nTrusted: yes\"}",
               "5:20 badValue uri|http://a/\\nTrusted: yes|an http or https address without a password in it");
        source("no components", "{suite: a, uri: \"http://a/\"}", "5:3 missingKey components");
        source("empty components", "{suite: a, uri: \"http://a/\", components: []}",
               "5:44 badValue components|[]|a component such as main");
        source("components of a folder", "{suite: a/, uri: \"http://a/\", components: [main]}",
               "5:45 badValue components|main|no components beside a folder");
        source("suite that climbs", "{suite: ../a/, uri: \"http://a/\"}",
               "5:11 badValue suite|../a/|a suite, or a folder that ends in /");
        source("absolute key", "{suite: ./, uri: \"http://a/\", key: /etc/passwd}", "5:38 pathEscapes /etc/passwd");
        source("twice", "{suite: ./, uri: \"http://a/\"}\n- {suite: ./, uri: \"http://a/\"}",
               "6:3 badValue sources|http://a/ ./|each one once");
        row("sources of an application", "tier: immutable\nparent: a@1\nsources: []\n",
            "4:10 badValue sources||package sources in the tiers os and foundation only");
    }

    static void labelProblems(const Row& row)
    {
        const auto label = [&](const char* name, const char* body, const char* expected) {
            row(name, QByteArray("tier: os\nsuite: bookworm\nlabels: {") + body + "}\n", expected);
        };
        label("ours", "snowmelt.image: a",
              "4:10 badValue labels|snowmelt.image|a name of a-z, 0-9 and . _ - / that is not Snowmelt's own");
        label("capitals", "Team: a",
              "4:10 badValue labels|Team|a name of a-z, 0-9 and . _ - / that is not Snowmelt's own");
        label("no text", "team: [a]", "4:16 wrongType team|text");
        label("nothing", "team:", "4:10 wrongType team|text");
        label("two lines", "team: \"a\\nb\"", "4:16 badValue team|a\\nb|one line of text that is not empty");
    }

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
labels: {team: web, org.example/contact: shop at example.org}
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
        QCOMPARE(recipe.labels, (QMap<QString, QString>{
                                    {QStringLiteral("team"), QStringLiteral("web")},
                                    {QStringLiteral("org.example/contact"), QStringLiteral("shop at example.org")}}));
    }

    void sources()
    {
        const auto parsed = parseRecipe("snowmelt-recipe: 1\ntier: os\nsuite: bookworm\nsources:\n"
                                        "- {uri: \"https://deb.example.org:8443/debian\", suite: bookworm/updates,\n"
                                        "   components: [main, non-free-firmware], key: ../keys/example.asc}\n"
                                        "- {uri: \"http://[::1]/flat\", suite: ./}\n");
        QCOMPARE(problemText(parsed.problems), QString());
        const QList<RecipeSource> expected{{QStringLiteral("https://deb.example.org:8443/debian"),
                                            QStringLiteral("bookworm/updates"),
                                            {QStringLiteral("main"), QStringLiteral("non-free-firmware")},
                                            QStringLiteral("../keys/example.asc")},
                                           {QStringLiteral("http://[::1]/flat"), QStringLiteral("./"), {}, {}}};
        QCOMPARE(parsed.value.sources, expected);
    }

    void everyTypoIsAnswered_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("nearest");
        const auto row = [](const char* wrong, const char* body, const char* nearest) {
            QTest::newRow(wrong) << "snowmelt-recipe: 1\ntier: os\nsuite: bookworm\n" + QByteArray(body)
                                 << QString::fromLatin1(nearest);
        };
        row("label", "label: {a: b}\n", "labels");
        row("source", "source: []\n", "sources");
        row("url", "sources: [{url: \"http://a/\", suite: ./, uri: \"http://a/\"}]\n", "uri");
        row("usr", "users: [{name: a, hom: /}]\n", "home");
        row("comand", "services: [{name: a, command: a, comand: b}]\n", "command");
        row("onwer", "files: [{path: /a, content: a, ownr: b}]\n", "owner");
    }
    void everyTypoIsAnswered()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, nearest);
        const auto parsed = parseRecipe(text);
        QCOMPARE(parsed.problems.size(), 1);
        QCOMPARE(parsed.problems.first().code, ProblemCode::UnknownKey);
        QCOMPARE(parsed.problems.first().args.last(), nearest);
    }

    void newerVersionIsNotJudged()
    {
        const auto parsed = parseRecipe("snowmelt-recipe: 2\ntier: cloud\n");
        QCOMPARE(problemText(parsed.problems), QStringLiteral("1:18 futureVersion 2|1"));
    }

    void problems_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const Row row = [](const char* name, const QByteArray& body, const QByteArray& expected) {
            QTest::newRow(name) << "snowmelt-recipe: 1\n" + body << QString::fromUtf8(expected);
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
            "4:1 unknownKey package|snowmelt-recipe, description, tier, parent, suite, sources, before-packages, "
            "packages, users, files, commands, services, ports, labels|packages");
        duplicates(row);
        nameTricks(row);
        sourceProblems(row);
        labelProblems(row);
    }

    void tooManyServices()
    {
        QByteArray text = "snowmelt-recipe: 1\ntier: os\nsuite: bookworm\nservices:\n";
        for (int i = 0; i < 31; ++i)
            text += "- {name: s" + QByteArray::number(i) + ", command: run}\n";
        QCOMPARE(problemText(parseRecipe(text).problems),
                 QStringLiteral("5:1 badValue services|31|at most 30 services in one recipe"));
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
