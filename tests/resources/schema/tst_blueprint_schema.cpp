// SPDX-License-Identifier: GPL-3.0-or-later
// What is published for editors and what Snowmelt obeys must be one grammar.
#include "models/domain/blueprint/parse_blueprint.h"
#include "tests/resources/schema/schema_hand.h"
#include "tests/support/problem_text.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QTest>

using namespace snowmelt;
using snowmelt::test::problemText;
using snowmelt::test::SchemaHand;

namespace {

const QByteArray head = "snowmelt: 1\nname: shop\nplatform: {kind: podman}\n"
                        "images: {os/a: {versions: {12.1: os.yaml}}, shop: {versions: {1: recipes/shop.yaml}}}\n";
const QByteArray ssh = "snowmelt: 1\nname: shop\nplatform: {kind: ssh}\n";

QByteArray group(const QByteArray& body)
{
    return head + "groups: {web: {" + body + "}}\n";
}

QByteArray drift(const QByteArray& body)
{
    return head + "drift: {" + body + "}\n";
}

Parsed<Blueprint> parsed(const QByteArray& text)
{
    return parseBlueprint(text, QStringLiteral("/x/fleet.yaml"));
}

QList<QByteArray> goodBlueprints()
{
    return {head,
            group("image: shop@1, size: 3, port: 80, health: {path: /h}, uses: [], zones: [a, b c]"),
            group("image: shop@1, size: 3, port: 80, health: ~, uses: , zone: a"),
            group("image: shop@1, size: 1, port: 65535") +
                "balancers: {edge: {driver: haproxy, image: os/a@12.1, listen: 1, serves: [web], pair: , zone: z}}\n"
                "databases: {d: {engine: postgresql, image: shop@1, volume: discard, schema: 2},\n"
                "            e: {engine: postgresql, image: shop@1, volume: , replica-of: d}}\n"
                "caches: {c: {engine: redis, image: shop@1}, v: {engine: varnish, image: shop@1, port: 1}}\n"
                "prices: {currency: €, node-hour: 0.25}\n",
            head + "prices: {currency: Fr., node-hour: 3}\n",
            drift("packs: [apt, nginx], ignore: [{section: files, match: /a, reason: b c, field: mode}]"),
            drift("ignore: [{section: packages, match: a, reason: b, until: 2027-01-31}]"),
            ssh + "groups: {web: {hosts: [\"w-[1-3]\", 10.0.0.1], port: 80}}\n",
            "snowmelt: 1\nname: a\nplatform: {kind: ssh, user: me, ssh-config: conf/ssh}\n"
            "databases: {d: {engine: postgresql, hosts: [db]}}\n"};
}

QList<QByteArray> badBlueprints()
{
    return {"- a\n",
            "name: shop\nplatform: {kind: podman}\n",
            "snowmelt: 1\nplatform: {kind: podman}\n",
            "snowmelt: 1\nname: shop\n",
            "snowmelt: 1\nname: Shop\nplatform: {kind: podman}\n",
            "snowmelt: 1\nname: \"shop\\n\"\nplatform: {kind: podman}\n",
            "snowmelt: 1\nname: shop\nplatform: {kind: docker}\n",
            "snowmelt: 1\nname: shop\nplatform: podman\n",
            "snowmelt: 1\nname: shop\nplatform: {kind: podman, user: me}\n",
            "snowmelt: 1\nname: shop\nplatform: {kind: ssh, user: \"-oX\"}\n",
            "snowmelt: 1\nname: shop\nplatform: {kind: ssh, ssh-config: ../a}\n",
            head + "gruops: {}\n",
            "snowmelt: 1\nname: a\nplatform: {kind: podman}\nimages: {shop: {versions: {1: /etc/passwd}}}\n",
            "snowmelt: 1\nname: a\nplatform: {kind: podman}\nimages: {shop: {versions: {1: ../a}}}\n",
            "snowmelt: 1\nname: a\nplatform: {kind: podman}\nimages: {Shop: {versions: {1: a}}}\n",
            "snowmelt: 1\nname: a\nplatform: {kind: podman}\nimages: {shop: {versions: {\"a b\": a}}}\n",
            "snowmelt: 1\nname: a\nplatform: {kind: podman}\nimages: {shop: {version: {1: a}}}\n",
            group("size: 3, port: 80"),
            group("image: shop, size: 3, port: 80"),
            group("image: shop@1, port: 80"),
            group("image: shop@1, size: 0, port: 80"),
            group("image: shop@1, size: 3"),
            group("image: shop@1, size: 3, port: 65536"),
            group("image: shop@1, size: three, port: 80"),
            group("image: shop@1, size: 3, port: 80, health: /h"),
            group("image: shop@1, size: 3, port: 80, health: {path: h}"),
            group("image: shop@1, size: 3, port: 80, zone: a, zones: [b]"),
            group("image: shop@1, size: 3, port: 80, zones: [a, a]"),
            group("image: shop@1, size: 3, port: 80, zone: \" \""),
            group("image: shop@1, size: 3, port: 80, hosts: [a]"),
            group("image: shop@1, size: 3, port: 80, uses: orders"),
            head + "groups: {Web: {image: shop@1, size: 1, port: 1}}\n",
            head + "groups: [web]\n",
            head + "balancers: {e: {driver: nginx, image: shop@1, listen: 1, serves: []}}\n",
            head + "balancers: {e: {driver: haproxy, image: shop@1, listen: 1}}\n",
            head + "databases: {d: {engine: mysql, image: shop@1}}\n",
            head + "databases: {d: {engine: postgresql, image: shop@1, volume: burn}}\n",
            head + "databases: {d: {engine: postgresql, image: shop@1, schema: 0}}\n",
            head + "caches: {c: {engine: hazelcast, image: shop@1}}\n",
            head + "prices: {currency: EUR}\n",
            head + "prices: {currency: EURO5, node-hour: 1}\n",
            head + "prices: {currency: EUR, node-hour: -1}\n",
            head + "prices: {currency: EUR, node-hour: much}\n",
            drift("packs: [apache]"),
            drift("packs: [apt, apt]"),
            drift("ignore: [{section: files, match: /a}]"),
            drift("ignore: [{section: file, match: /a, reason: b}]"),
            drift("ignore: [{section: files, match: a, reason: b}]"),
            drift("ignore: [{section: files, match: /a, reason: \"\"}]"),
            drift("ignore: [{section: files, match: /a, reason: b, until: tomorrow}]"),
            drift("ignore: [{section: files, match: /a, reason: b, until: 2027-13-01}]"),
            drift("ignore: [{section: files, match: /a, reason: b, groups: []}]"),
            drift("rules: []"),
            ssh + "images: {}\n",
            ssh + "groups: {web: {port: 80}}\n",
            ssh + "groups: {web: {hosts: [], port: 80}}\n",
            ssh + "groups: {web: {hosts: [a], size: 1, port: 80}}\n",
            ssh + "databases: {d: {engine: postgresql, hosts: [a, b]}}\n",
            ssh + "databases: {d: {engine: postgresql, hosts: [a], volume: keep}}\n"};
}

/// What no JSON Schema can say: names that must be those of other parts, and sizes that depend on the platform.
QList<QByteArray> badForTheProgramAlone()
{
    return {group("image: shop@2, size: 3, port: 80"),
            group("image: shop@1, size: 101, port: 80"),
            group("image: shop@1, size: 3, port: 80, uses: [orders]"),
            head + "balancers: {e: {driver: haproxy, image: shop@1, listen: 1, serves: [web]}}\n",
            drift("ignore: [{section: packages, match: \"*\", reason: b}]"),
            ssh + "groups: {web: {hosts: [\"w-[1-\"], port: 80}}\n"};
}

QStringList argsOf(const QByteArray& text, ProblemCode code)
{
    const auto problems = parsed(text).problems;
    for (const Problem& problem : problems)
        if (problem.code == code)
            return problem.args;
    return {};
}

QStringList sorted(const QString& list)
{
    QStringList items = list.split(QStringLiteral(", "));
    items.sort();
    return items;
}

} // namespace

class TestBlueprintSchema : public QObject
{
    Q_OBJECT

private:
    void compare(const QList<QByteArray>& blueprints, bool parserTakes, bool schemaTakes)
    {
        const QStringList said = m_schema.judge(blueprints);
        QCOMPARE(said.size(), blueprints.size());
        for (qsizetype i = 0; i < blueprints.size(); ++i) {
            const QString problems = problemText(parsed(blueprints[i]).problems);
            QVERIFY2(problems.isEmpty() == parserTakes, qPrintable(QString::fromUtf8(blueprints[i]) + problems));
            QVERIFY2((said[i] == u"ok") == schemaTakes, qPrintable(QString::fromUtf8(blueprints[i]) + said[i]));
        }
    }

    QStringList choicesAt(const char* definition, const char* key) const
    {
        const QJsonObject property = m_schema
                                         .json()[QStringLiteral("$defs")][QLatin1String(definition)]
                                                [QStringLiteral("properties")][QLatin1String(key)]
                                         .toObject();
        const QJsonObject one =
            property.contains(QStringLiteral("items")) ? property[QStringLiteral("items")].toObject() : property;
        QStringList choices = one[QStringLiteral("enum")].toVariant().toStringList();
        choices.sort();
        return choices;
    }

    const SchemaHand m_schema{QStringLiteral("blueprint")};

private Q_SLOTS:
    void bothTakeTheGood() { compare(goodBlueprints(), true, true); }
    void bothRefuseTheBad() { compare(badBlueprints(), false, false); }
    void whatOnlyTheProgramCanTell() { compare(badForTheProgramAlone(), false, true); }

    void ourOwnBlueprints()
    {
        QList<QByteArray> blueprints;
        QDirIterator files(QStringLiteral(SNOWMELT_SOURCE_DIR "/resources/blueprints"), {QStringLiteral("*.yaml")},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            if (text.contains("snowmelt: 1"))
                blueprints += text;
        }
        QVERIFY(!blueprints.isEmpty());
        compare(blueprints, true, true);
    }

    void bothKnowTheSameKeys_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("path");
        const auto row = [](const char* definition, const QByteArray& text) {
            QTest::newRow(definition) << text << QStringList{QStringLiteral("$defs"), QLatin1String(definition)};
        };
        QTest::newRow("blueprint") << head + "zzz: 1\n" << QStringList{};
        row("platform", "snowmelt: 1\nname: a\nplatform: {zzz: 1}\n");
        row("image", "images: {a: {zzz: 1}}\n");
        row("balancer", "balancers: {a: {zzz: 1}}\n");
        row("group", "groups: {a: {zzz: 1}}\n");
        row("health", group("health: {zzz: 1}"));
        row("database", "databases: {a: {zzz: 1}}\n");
        row("cache", "caches: {a: {zzz: 1}}\n");
        row("prices", "prices: {zzz: 1}\n");
        row("drift", "drift: {zzz: 1}\n");
        row("rule", "drift: {ignore: [{zzz: 1}]}\n");
    }
    void bothKnowTheSameKeys()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, path);
        QStringList known;
        const auto problems = parsed(text).problems;
        for (const Problem& problem : problems)
            if (problem.code == ProblemCode::UnknownKey && problem.args.value(0) == u"zzz")
                known = sorted(problem.args.value(1));
        QVERIFY(!known.isEmpty());
        QCOMPARE(m_schema.keysAt(path), known);
    }

    void bothKnowTheSameChoices()
    {
        QCOMPARE(choicesAt("drift", "packs"),
                 sorted(argsOf(drift("packs: [zzz]"), ProblemCode::UnknownChoice).value(2)));
        const QByteArray rule = drift("ignore: [{section: zzz, match: a, reason: b}]");
        QCOMPARE(choicesAt("rule", "section"), sorted(argsOf(rule, ProblemCode::UnknownChoice).value(2)));
        const QByteArray kind = "snowmelt: 1\nname: a\nplatform: {kind: zzz}\n";
        QCOMPARE(choicesAt("platform", "kind"), sorted(argsOf(kind, ProblemCode::BadValue).value(2)));
        const QByteArray cache = head + "caches: {c: {engine: zzz, image: shop@1}}\n";
        QCOMPARE(choicesAt("cache", "engine"), sorted(argsOf(cache, ProblemCode::BadValue).value(2)));
    }
};

QTEST_GUILESS_MAIN(TestBlueprintSchema)
#include "tst_blueprint_schema.moc"
