// SPDX-License-Identifier: GPL-3.0-or-later
// What is published for editors and what Snowmelt obeys must be one grammar.
#include "models/domain/blueprint/recipe.h"
#include "tests/resources/schema/schema_hand.h"
#include "tests/support/problem_text.h"

#include <QDirIterator>
#include <QTest>

using namespace snowmelt;
using snowmelt::test::problemText;
using snowmelt::test::SchemaHand;

namespace {

const QByteArray os = "snowmelt-recipe: 1\ntier: os\nsuite: bookworm\n";
const QByteArray above = "snowmelt-recipe: 1\ntier: foundation\nparent: os@1\n";

const QByteArray packed = "snowmelt-recipe: 1\ntier: immutable\n";

QList<QByteArray> goodRecipes()
{
    return {
        os,
        above,
        "snowmelt-recipe: 1\ntier: immutable\nparent: foundation/web@1.2.3_a-b\n",
        os + "description: Debian, and what it needs\npackages: [htop, libc6=2.36-9+deb12u4, g++]\n",
        os + "packages:\nusers:\nfiles: ~\ncommands: null\nports: []\nlabels: {}\n",
        os + "users: [{name: _a-1, home: /var/lib/a, shell: /bin/sh}, {name: b}]\n",
        os + "files: [{path: /a, content: \"\"}, {path: /b/.c, source: ../x y, mode: \"4755\", owner: a, group: 7}]\n",
        os + "files:\n- path: /etc/motd\n  content: |\n    one\n    two\n",
        os + "commands: [\"true\", \"a\\nb\\n\", 5]\n",
        os + "services: [{name: a-1, command: run --it}]\nports: [1, 65535]\n",
        os + "labels: {team: web, org.example/x_y: \"1\", count: 3, on: true}\n",
        os + "sources: [{uri: \"http://a:80/b~c\", suite: bookworm-updates, components: [main, a/b], key: k.asc}]\n",
        above + "sources: [{uri: \"https://[::1]/\", suite: ./}, {uri: \"https://a.b\", suite: x/}]\n",
        above + "before-packages: [mkdir -p /x]\n",
        os + "health: {port: 80}\ntests: [{name: a, command: b c}, {name: b, command: b}]\nstart: [a]\n",
        os + "health:\ntests:\nschema:\nstart:\ntemplates:\npacker:\n",
        above + "health: {port: 80, path: \"/a?b=c\", seconds: 1}\nschema: {from: 1, to: 1}\n",
        above + "templates: [{path: /a, content: \"$x $$ $${A} ${PORT} ${ADDRESS}\\n\", mode: \"0600\"}, {path: /b, "
                "source: b}]\n",
        above + "templates: [{path: /a, content: 5}, {path: /b, content: \"a$\"}]\n",
        packed + "packer: {template: a.json, artifact: a/b.tar}\ndescription: a\nports: [80]\nlabels: {a: b}\n",
        packed + "packer: {template: a, artifact: ..a, variables: {a-b: \"\", C: 1}, secrets: [d]}\nparent:\n",
        "snowmelt-recipe: 1\ntier: os\npacker: {template: a, artifact: b}\nhealth: {port: 80}\ntests: []\n"};
}

QList<QByteArray> badRecipes()
{
    return {"a: b\n",
            "- a\n",
            "just text\n",
            "tier: os\nsuite: bookworm\n",
            "snowmelt-recipe: 2\ntier: os\nsuite: bookworm\n",
            "snowmelt-recipe: 1\n",
            "snowmelt-recipe: 1\ntier: app\n",
            "snowmelt-recipe: 1\ntier: os\n",
            "snowmelt-recipe: 1\ntier: os\nsuite:\n",
            "snowmelt-recipe: 1\ntier: immutable\n",
            "snowmelt-recipe: 1\ntier: os\nsuite: Book worm\n",
            os + "parent: os@1\n",
            os + "before-packages: [\"true\"]\n",
            above + "suite: bookworm\n",
            "snowmelt-recipe: 1\ntier: foundation\nparent: os\n",
            "snowmelt-recipe: 1\ntier: foundation\nparent: a/../b@1\n",
            "snowmelt-recipe: 1\ntier: foundation\nparent: A@1\n",
            "snowmelt-recipe: 1\ntier: foundation\nparent: a@.1\n",
            "snowmelt-recipe: 1\ntier: immutable\nparent: a@1\nsources: []\n",
            os + "description: \"a\\nb\"\n",
            os + "description: \" \"\n",
            os + "description: [a]\n",
            os + "unknown: a\n",
            os + "packages: htop\n",
            os + "packages: [--foo]\n",
            os + "packages: [\"a b\"]\n",
            os + "packages: [\"ab\\n\"]\n",
            os + "packages: [[ab]]\n",
            os + "packages: [ab, ab]\n",
            os + "users: [{home: /a}]\n",
            os + "users: [{name: Root}]\n",
            os + "users: [{name: a, home: a}]\n",
            os + "users: [{name: a, home: \"/a:b\"}]\n",
            os + "users: [{name: a, shell: /a/../b}]\n",
            os + "users: [a]\n",
            os + "users: [{name: a, group: b}]\n",
            os + "files: [{path: /a}]\n",
            os + "files: [{content: a}]\n",
            os + "files: [{path: /a, content: a, source: b}]\n",
            os + "files: [{path: a, content: a}]\n",
            os + "files: [{path: /, content: a}]\n",
            os + "files: [{path: /a/, content: a}]\n",
            os + "files: [{path: /a//b, content: a}]\n",
            os + "files: [{path: /a/./b, content: a}]\n",
            os + "files: [{path: \"/a\\tb\", content: a}]\n",
            os + "files: [{path: /proc/a, content: a}]\n",
            os + "files: [{path: /tmp, content: a}]\n",
            os + "files: [{path: /a, source: /b}]\n",
            os + "files: [{path: /a, source: \"\"}]\n",
            os + "files: [{path: /a, source: \"a\\nb\"}]\n",
            os + "files: [{path: /a, content: a, mode: \"999\"}]\n",
            os + "files: [{path: /a, content: a, mode: \"75555\"}]\n",
            os + "files: [{path: /a, content: a, owner: \"a b\"}]\n",
            os + "files: [{path: /a, content: a, template: yes}]\n",
            os + "commands: a\n",
            os + "commands: [\"\"]\n",
            os + "commands: [\"a\\eb\"]\n",
            os + "commands: [{a: b}]\n",
            os + "services: [{name: a}]\n",
            os + "services: [{name: A, command: b}]\n",
            os + "services: [{name: a, command: \"b\\nc\"}]\n",
            os + "services: [" + QByteArray("{name: a, command: b},").repeated(31) + "]\n",
            os + "ports: [0]\n",
            os + "ports: [65536]\n",
            os + "ports: [http]\n",
            os + "ports: [80, 80]\n",
            os + "ports: 80\n",
            os + "labels: [a]\n",
            os + "labels: {snowmelt.tier: a}\n",
            os + "labels: {A: a}\n",
            os + "labels: {a: [b]}\n",
            os + "labels: {a: }\n",
            os + "labels: {a: \"b\\n\"}\n",
            os + "sources: [{suite: ./}]\n",
            os + "sources: [{uri: \"file:/a\", suite: ./}]\n",
            os + "sources: [{uri: \"http://a:b@c/\", suite: ./}]\n",
            os + "sources: [{uri: \"http://a/\", suite: a}]\n",
            os + "sources: [{uri: \"http://a/\", suite: a, components: []}]\n",
            os + "sources: [{uri: \"http://a/\", suite: a/, components: [main]}]\n",
            os + "sources: [{uri: \"http://a/\", suite: ../a/}]\n",
            os + "sources: [{uri: \"http://a/\", suite: a, components: [\"m n\"]}]\n",
            os + "sources: [{uri: \"http://a/\", suite: a, components: [main, main]}]\n",
            os + "sources: [{uri: \"http://a/\", suite: ./, key: /a}]\n",
            os + "sources: [{uri: \"http://a/\", suite: ./, trusted: yes}]\n",
            os + "health: {path: /}\n",
            os + "health: 80\n",
            os + "health: {port: 0}\n",
            os + "health: {port: \"a\"}\n",
            os + "health: {port: 80, path: a}\n",
            os + "health: {port: 80, seconds: 0}\n",
            os + "health: {port: 80, seconds: 3601}\n",
            os + "tests: {}\n",
            os + "tests: [{name: a}]\n",
            os + "tests: [{name: A, command: b}]\n",
            os + "tests: [{name: a, command: \"b\\nc\"}]\n",
            os + "schema: {from: 1, to: 2}\n",
            above + "schema: {from: 1}\n",
            above + "schema: {from: 0, to: 2}\n",
            above + "schema: {from: 1, to: 1000001}\n",
            above + "start: a\n",
            packed + "parent: a@1\nstart: [a]\n",
            os + "templates: [{path: /a}]\n",
            os + "templates: [{path: /a, content: \"${PROT}\"}]\n",
            os + "templates: [{path: /a, content: \"${\"}]\n",
            os + "templates: [{path: /a, content: \"$$${PORT }\"}]\n",
            os + "templates: [{path: /proc/a, content: a}]\n",
            os + "templates: [{path: /a, content: a, source: b}]\n",
            os + "templates: [{path: /etc/snowmelt/node.conf, content: a}]\n",
            os + "templates: [{path: /root/.ssh/authorized_keys, content: a}]\n",
            packed,
            packed + "packer: {template: a}\n",
            packed + "packer: {artifact: a}\n",
            packed + "packer: a\n",
            packed + "packer: {template: /a, artifact: a}\n",
            packed + "packer: {template: a, artifact: ../a}\n",
            packed + "packer: {template: a, artifact: a/}\n",
            packed + "packer: {template: a, artifact: a//b}\n",
            packed + "packer: {template: a, artifact: ./a}\n",
            packed + "packer: {template: a, artifact: a/..}\n",
            packed + "packer: {template: a, artifact: .}\n",
            packed + "packer: {template: a, artifact: a, variables: {\"a b\": c}}\n",
            packed + "packer: {template: a, artifact: a, variables: {a: \"b\\nc\"}}\n",
            packed + "packer: {template: a, artifact: a, variables: {a: }}\n",
            packed + "packer: {template: a, artifact: a, secrets: [1a]}\n",
            packed + "packer: {template: a, artifact: a, secrets: [a, a]}\n",
            packed + "packer: {template: a, artifact: a}\nparent: a@1\n",
            packed + "packer: {template: a, artifact: a}\nservices: []\n",
            packed + "packer: {template: a, artifact: a}\nfiles: []\n",
            packed + "packer: {template: a, artifact: a}\ntemplates: []\n",
            packed + "packer: {template: a, artifact: a}\npackages: []\n",
            packed + "packer: {template: a, artifact: a}\nusers: []\n",
            packed + "packer: {template: a, artifact: a}\ncommands: []\n",
            packed + "packer: {template: a, artifact: a}\nstart: []\n",
            packed + "packer: {template: a, artifact: a}\nsources: []\n",
            packed + "packer: {template: a, artifact: a}\nbefore-packages: []\n",
            os + "packer: {template: a, artifact: a}\n"};
}

/// What no JSON Schema can say: docs/RECIPES.md lists it.
QList<QByteArray> badForTheProgramAlone()
{
    return {os + "packages: [htop, htop=3.2-1]\n",
            os + "users: [{name: a}, {name: a}]\n",
            os + "files: [{path: /a, content: a}, {path: /a, content: b}]\n",
            os + "services: [{name: a, command: b}, {name: a, command: c}]\n",
            os + "tests: [{name: a, command: b}, {name: a, command: c}]\n",
            above + "schema: {from: 2, to: 1}\n",
            os + "files: [{path: /a, content: a}]\ntemplates: [{path: /a, content: b}]\n",
            packed + "packer: {template: a, artifact: b, variables: {c: d}, secrets: [c]}\n",
            os + "sources: [{uri: \"http://a/\", suite: ./}, {uri: \"http://a/\", suite: ./, key: k}]\n"};
}

/// The keys a mapping may have, as the parser tells somebody who wrote another one.
QStringList keysTheParserKnows(const QByteArray& withUnknownKey)
{
    for (const Problem& problem : parseRecipe(withUnknownKey).problems)
        if (problem.code == ProblemCode::UnknownKey) {
            QStringList keys = problem.args.value(1).split(QStringLiteral(", "));
            std::sort(keys.begin(), keys.end());
            return keys;
        }
    return {};
}

} // namespace

class TestRecipeSchema : public QObject
{
    Q_OBJECT

private:
    void compare(const QList<QByteArray>& recipes, bool parserTakes, bool schemaTakes)
    {
        const QStringList said = m_schema.judge(recipes);
        QCOMPARE(said.size(), recipes.size());
        for (qsizetype i = 0; i < recipes.size(); ++i) {
            const QString problems = problemText(parseRecipe(recipes[i]).problems);
            QVERIFY2(problems.isEmpty() == parserTakes, qPrintable(QString::fromUtf8(recipes[i]) + problems));
            QVERIFY2((said[i] == u"ok") == schemaTakes, qPrintable(QString::fromUtf8(recipes[i]) + said[i]));
        }
    }

    const SchemaHand m_schema{QStringLiteral("recipe")};

private Q_SLOTS:
    void bothTakeTheGood() { compare(goodRecipes(), true, true); }
    void bothRefuseTheBad() { compare(badRecipes(), false, false); }
    void whatOnlyTheProgramCanTell() { compare(badForTheProgramAlone(), false, true); }

    void ourOwnRecipes()
    {
        QList<QByteArray> recipes;
        for (const char* folder : {"/resources/blueprints", "/tests/support/blueprints"}) {
            QDirIterator files(QStringLiteral(SNOWMELT_SOURCE_DIR) + QLatin1String(folder), {QStringLiteral("*.yaml")},
                               QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QByteArray text = file.readAll();
                if (text.contains("snowmelt-recipe:"))
                    recipes += text;
            }
        }
        QVERIFY(recipes.size() > 10);
        compare(recipes, true, true);
    }

    void bothKnowTheSameKeys_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("path");
        const QString defs = QStringLiteral("$defs");
        QTest::newRow("recipe") << os + "zzz: 1\n" << QStringList{};
        QTest::newRow("source") << os + "sources: [{zzz: 1}]\n" << QStringList{defs, QStringLiteral("source")};
        QTest::newRow("user") << os + "users: [{zzz: 1}]\n" << QStringList{defs, QStringLiteral("user")};
        QTest::newRow("file") << os + "files: [{zzz: 1}]\n" << QStringList{defs, QStringLiteral("file")};
        QTest::newRow("service") << os + "services: [{zzz: 1}]\n" << QStringList{defs, QStringLiteral("service")};
        QTest::newRow("template") << os + "templates: [{zzz: 1}]\n" << QStringList{defs, QStringLiteral("template")};
        QTest::newRow("health") << os + "health: {zzz: 1}\n" << QStringList{defs, QStringLiteral("health")};
        QTest::newRow("test") << os + "tests: [{zzz: 1}]\n" << QStringList{defs, QStringLiteral("test")};
        QTest::newRow("schema") << above + "schema: {zzz: 1}\n" << QStringList{defs, QStringLiteral("schema")};
        QTest::newRow("packer") << packed + "packer: {zzz: 1}\n" << QStringList{defs, QStringLiteral("packer")};
    }
    void bothKnowTheSameKeys()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, path);
        const QStringList known = keysTheParserKnows(text);
        QVERIFY(!known.isEmpty());
        QCOMPARE(m_schema.keysAt(path), known);
    }

    void everyKeyIsExplained()
    {
        const QJsonObject schema = m_schema.json();
        QList<QJsonObject> mappings{schema};
        for (const auto& definition : schema[QStringLiteral("$defs")].toObject())
            mappings += definition.toObject();
        for (const QJsonObject& mapping : mappings) {
            const QJsonObject keys = mapping[QStringLiteral("properties")].toObject();
            for (auto key = keys.begin(); key != keys.end(); ++key)
                QVERIFY2(!key.value().toObject()[QStringLiteral("title")].toString().isEmpty(), qPrintable(key.key()));
        }
    }
};

QTEST_GUILESS_MAIN(TestRecipeSchema)
#include "tst_recipe_schema.moc"
