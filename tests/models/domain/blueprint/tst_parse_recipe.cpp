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

    static void trialProblems(const Row& row)
    {
        const auto os = [&](const char* name, const QByteArray& body, const char* expected) {
            row(name, "tier: os\nsuite: bookworm\n" + body + '\n', expected);
        };
        const auto above = [&](const char* name, const QByteArray& body, const char* expected) {
            row(name, "tier: foundation\nparent: a@1\n" + body + '\n', expected);
        };
        os("health without port", "health: {path: /}", "4:9 missingKey port");
        os("health is no mapping", "health: 80", "4:9 wrongType health|a mapping");
        os("health port", "health: {port: 0}", "4:16 outOfRange port|0|1|65535");
        os("health path", "health: {port: 80, path: healthz}",
           "4:26 badValue path|healthz|a URL path such as /healthz");
        os("health path of two lines", "health: {port: 80, path: \"/a\\nb\"}",
           "4:26 badValue path|/a\\nb|a URL path such as /healthz");
        os("health for ever", "health: {port: 80, seconds: 3601}", "4:29 outOfRange seconds|3601|1|3600");
        os("health at once", "health: {port: 80, seconds: 0}", "4:29 outOfRange seconds|0|1|3600");
        os("tests are no list", "tests: {name: a}", "4:8 wrongType tests|a list");
        os("test without name", "tests: [{command: a}]", "4:9 missingKey name");
        os("test without command", "tests: [{name: a}]", "4:9 missingKey command");
        os("test name", "tests: [{name: A b, command: c}]", "4:16 badValue name|A b|a name of a-z, 0-9 and -");
        os("test of two lines", "tests: [{name: a, command: \"b\\nc\"}]",
           "4:28 badValue command|b\\nc|one line of text that is not empty");
        os("test twice", "tests: [{name: a, command: b}, {name: a, command: b}]", "4:39 badValue name|a|each one once");
        os("schema of an OS", "schema: {from: 1, to: 2}",
           "4:9 badValue schema||a schema window above the OS tier only");
        above("schema without end", "schema: {from: 1}", "4:9 missingKey to");
        above("schema from zero", "schema: {from: 0, to: 1}", "4:16 outOfRange from|0|1|1000000");
        above("schema the wrong way", "schema: {from: 5, to: 3}",
              "4:23 badValue to|3|a version that is not below from");
        above("schema as a number", "schema: 3", "4:9 wrongType schema|a mapping");
        row("start of an application", "tier: immutable\nparent: a@1\nstart: [a]\n",
            "4:8 badValue start||start commands in the tiers os and foundation only");
        above("empty start", "start: [\"\"]", "4:9 badValue start||a command of visible text");
    }

    static void templateProblems(const Row& row)
    {
        const QByteArray known =
            "FLEET, NODE, GROUP, IMAGE, PORT, ADDRESS, DATABASE_HOST, DATABASE_PORT, DATABASE_NAME, "
            "DATABASE_USER";
        const auto one = [&](const char* name, const QByteArray& body, const QByteArray& expected) {
            row(name, "tier: os\nsuite: bookworm\ntemplates:\n" + body, expected);
        };
        one("unknown parameter", "- {path: /a, content: \"x=${PROT}\"}\n",
            "5:26 unknownChoice content|${PROT}|" + known + "|PORT");
        one("in its line", "- path: /a\n  content: |\n    ü ${PORT} $${NO}\n    é ${PORT} ${FLEE}\n",
            "8:15 unknownChoice content|${FLEE}|" + known + "|FLEET");
        one("behind an escape", "- {path: /a, content: \"\\x24{A} ${PROT}\"}\n",
            "5:23 unknownChoice content|${A}|" + known + "|\n5:23 unknownChoice content|${PROT}|" + known + "|PORT");
        one("no name", "- {path: /a, content: \"${ a}\"}\n", "5:24 unknownChoice content|${|" + known + "|");
        one("template without text", "- {path: /a}\n", "5:3 missingKey source");
        one("template in passing", "- {path: /run/a, content: a}\n",
            "5:10 badValue path|/run/a|a file that stays in the image, not below /dev, /proc, /run, /sys or /tmp");
        one("node's own file", "- {path: /etc/snowmelt/node.conf, content: a}\n",
            "5:10 badValue path|/etc/snowmelt/node.conf|a file that Snowmelt does not give every node itself");
        one("template mode", "- {path: /a, content: a, mode: rw}\n",
            "5:32 badValue mode|rw|an octal mode such as \"0755\"");
        one("template and file", "- {path: /a, content: a}\nfiles: [{path: /a, content: b}]\n",
            "5:10 badValue path|/a|each one once");
    }

    static void packerProblems(const Row& row)
    {
        const auto one = [&](const char* name, const QByteArray& body, const char* expected) {
            row(name, "tier: foundation\npacker: {template: a.json, " + body + "}\n", expected);
        };
        one("packer without artifact", "secrets: []", "3:9 missingKey artifact");
        one("artifact outside", "artifact: ../a", "3:38 badValue artifact|../a|a file below the folder Packer runs in");
        one("artifact that climbs", "artifact: a/../../b",
            "3:38 badValue artifact|a/../../b|a file below the folder Packer runs in");
        one("the folder as artifact", "artifact: .", "3:38 badValue artifact|.|a file below the folder Packer runs in");
        one("absolute artifact", "artifact: /a", "3:38 pathEscapes /a");
        one("variable", "artifact: a, variables: {\"a b\": c}",
            "3:53 badValue variables|a b|a name of a-z, A-Z, 0-9, _ and -");
        one("variable of two lines", "artifact: a, variables: {a: \"b\\nc\"}",
            "3:56 badValue a|b\\nc|one line of text");
        one("variable without value", "artifact: a, variables: {a: }", "3:53 wrongType a|text");
        one("secret in the open", "artifact: a, variables: {a: b}, secrets: [a]",
            "3:70 badValue secrets|a|a name that is not among variables");
        one("secret twice", "artifact: a, secrets: [a, a]", "3:54 badValue secrets|a|each one once");
        row("packer without template", "tier: os\npacker: {artifact: a}\n", "3:9 missingKey template");
        row("packer with a parent", "tier: foundation\nparent: a@1\npacker: {template: a, artifact: b}\n",
            "3:9 badValue parent|a@1|not beside packer");
        for (const char* key : {"suite", "sources", "before-packages", "packages", "users", "files", "templates",
                                "commands", "start", "services"})
            row(qPrintable(QStringLiteral("packer and ") + QLatin1String(key)),
                "tier: os\npacker: {template: a, artifact: b}\n" + QByteArray(key) +
                    (qstrcmp(key, "suite") == 0 ? ": x\n" : ": []\n"),
                "4:" + QByteArray::number(qstrlen(key) + 3) + " badValue " + key +
                    (qstrcmp(key, "suite") == 0 ? "|x" : "|") + "|not beside packer");
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

    void everyKeyOfATrial()
    {
        const auto parsed = parseRecipe("snowmelt-recipe: 1\ntier: foundation\nparent: os@1\nports: [8080]\n"
                                        "health: {port: 8080, path: /healthz, seconds: 90}\n"
                                        "tests: [{name: answers, command: curl -f localhost:8080}]\n"
                                        "schema: {from: 3, to: 5}\nstart: [make it, run it]\n"
                                        "templates: [{path: /etc/a, content: \"${PORT}\", mode: \"0600\", owner: b},\n"
                                        "            {path: /etc/b, source: ../b}]\n");
        QCOMPARE(problemText(parsed.problems), QString());
        const Recipe& recipe = parsed.value;
        QCOMPARE(recipe.health, (RecipeHealth{8080, QStringLiteral("/healthz"), 90}));
        QCOMPARE(recipe.tests,
                 (QList<RecipeTest>{{QStringLiteral("answers"), QStringLiteral("curl -f localhost:8080")}}));
        QCOMPARE(recipe.schema, (SchemaWindow{3, 5}));
        QCOMPARE(recipe.start, (QStringList{QStringLiteral("make it"), QStringLiteral("run it")}));
        const QString root = QStringLiteral("root");
        const QList<RecipeFile> templates{{QStringLiteral("/etc/a"), {}, "${PORT}", 0600, QStringLiteral("b"), root},
                                          {QStringLiteral("/etc/b"), QStringLiteral("../b"), {}, 0644, root, root}};
        QCOMPARE(recipe.templates, templates);
        QVERIFY(!recipe.packer);
    }

    void healthNeedsItsPortAlone()
    {
        const auto parsed = parseRecipe("snowmelt-recipe: 1\ntier: os\nsuite: bookworm\nhealth: {port: 22}\n");
        QCOMPARE(problemText(parsed.problems), QString());
        QCOMPARE(parsed.value.health, (RecipeHealth{22, {}, 60}));
    }

    void madeByPacker()
    {
        for (const QByteArray tier : {"os", "foundation", "immutable"}) {
            const auto parsed = parseRecipe("snowmelt-recipe: 1\ntier: " + tier +
                                            "\ndescription: a\nports: [80]\nhealth: {port: 80}\nlabels: {a: b}\n"
                                            "packer: {template: web.pkr.hcl, variables: {a: b, c: \"\", d: 1},\n"
                                            "  secrets: [token], artifact: out/root.tar}\n");
            QCOMPARE(problemText(parsed.problems), QString());
            const RecipePacker expected{QStringLiteral("web.pkr.hcl"),
                                        {{QStringLiteral("a"), QStringLiteral("b")},
                                         {QStringLiteral("c"), QString()},
                                         {QStringLiteral("d"), QStringLiteral("1")}},
                                        {QStringLiteral("token")},
                                        QStringLiteral("out/root.tar")};
            QCOMPARE(parsed.value.packer, expected);
            QVERIFY(parsed.value.parent.isNull());
        }
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
        row("seconds", "health: {port: 1, second: 5}\n", "seconds");
        row("test command", "tests: [{name: a, command: b, comand: c}]\n", "command");
        row("healt", "healt: {port: 1}\n", "health");
        row("template path", "templates: [{path: /a, content: a, moed: b}]\n", "mode");
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
            "packages, users, files, templates, commands, start, services, ports, health, tests, schema, labels, "
            "packer|packages");
        duplicates(row);
        nameTricks(row);
        sourceProblems(row);
        labelProblems(row);
        trialProblems(row);
        templateProblems(row);
        packerProblems(row);
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
