// SPDX-License-Identifier: GPL-3.0-or-later
// Answers as podman 4.3 gives them.
#include "backend/platform/podman/podman_possessions.h"

#include <QTest>

using namespace snowmelt;

namespace {

PossessionAnswers answers()
{
    return {
        R"([{"Id":"c1","Names":["snowmelt-shop-3f2a1b2c-web-1"],"ImageID":"used","Networks":["snowmelt-shop-3f2a1b2c"],
                 "Labels":{"io.snowmelt.fleet":"3f2a1b2c-0000","io.snowmelt.name":"shop","io.snowmelt.node":"web-1",
                           "io.snowmelt.image":"shop@1.0.0","io.snowmelt.born":"2026-01-02T03:04:05.000Z"}},
                {"Id":"c2","Names":["somebody"],"ImageID":"theirs","Networks":["podman"],"Labels":null}])",
        R"([{"name":"snowmelt-shop-3f2a1b2c","created":"2026-01-02T03:04:05.680919852Z",
                 "labels":{"io.snowmelt.fleet":"3f2a1b2c-0000"}},
                {"name":"snowmelt-old-9f2a1b2c","created":"2026-01-02T03:04:05.680919852Z",
                 "labels":{"io.snowmelt.fleet":"9f2a1b2c-0000"}},
                {"name":"podman","created":"2026-01-02T03:04:05.680919852Z"}])",
        R"([{"Name":"snowmelt-shop-3f2a1b2c-orders","CreatedAt":"2026-01-02T03:04:05.616445154Z",
                 "Labels":{"io.snowmelt.fleet":"3f2a1b2c-0000"}},
                {"Name":"snowmelt-shop-3f2a1b2c-new","CreatedAt":"2026-01-02T03:04:05.616445154Z",
                 "Labels":{"io.snowmelt.fleet":"3f2a1b2c-0000"}},
                {"Name":"theirs","CreatedAt":"2026-01-02T03:04:05.616445154Z","Labels":{}}])",
        R"([{"Id":"used","RepoTags":["localhost/shop:1.0.0"],"Size":500},
                {"Id":"0123456789abcdef","RepoTags":["localhost/foundation/haproxy:1"],"Size":500},
                {"Id":"fedcba9876543210","RepoTags":null,"Size":500}])",
        R"({"Images":[{"ImageID":"0123456789abcdef","Size":500,"SharedSize":400,"UniqueSize":100}],
                "Volumes":[{"VolumeName":"snowmelt-shop-3f2a1b2c-orders","Links":0,"Size":4096}]})"};
}

const Possession& find(const QList<Possession>& all, const QString& name)
{
    static const Possession none;
    const auto it = std::ranges::find(all, name, &Possession::name);
    return it == all.cend() ? none : *it;
}

} // namespace

class TestPossessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatHasOurLabelIsListed()
    {
        QStringList names;
        for (const Possession& it : possessionsOf(answers()))
            names << it.name;
        QCOMPARE(names,
                 (QStringList{QStringLiteral("snowmelt-shop-3f2a1b2c-web-1"), QStringLiteral("snowmelt-shop-3f2a1b2c"),
                              QStringLiteral("snowmelt-old-9f2a1b2c"), QStringLiteral("snowmelt-shop-3f2a1b2c-orders"),
                              QStringLiteral("snowmelt-shop-3f2a1b2c-new"), QStringLiteral("used"),
                              QStringLiteral("0123456789ab"), QStringLiteral("fedcba987654")}));
    }

    void eachSaysWhoseItIsAndWhetherItIsHeld()
    {
        const QList<Possession> all = possessionsOf(answers());
        const Possession& node = all.first();
        QCOMPARE(node.fleet, (FleetKey{QStringLiteral("3f2a1b2c-0000"), QStringLiteral("shop")}));
        QCOMPARE(node.part, QStringLiteral("web-1"));
        QCOMPARE(node.madeAt.toSecsSinceEpoch(), 1767323045);
        QVERIFY(find(all, QStringLiteral("snowmelt-shop-3f2a1b2c")).inUse);
        QVERIFY(!find(all, QStringLiteral("snowmelt-old-9f2a1b2c")).inUse);
        const Possession& volume = find(all, QStringLiteral("snowmelt-shop-3f2a1b2c-orders"));
        QCOMPARE(volume.part, QStringLiteral("orders"));
        QCOMPARE(volume.size, 4096);
        QCOMPARE(volume.madeAt.toSecsSinceEpoch(), 1767323045);
        QVERIFY(!volume.inUse);
        QVERIFY(find(all, QStringLiteral("snowmelt-shop-3f2a1b2c-new")).inUse); // nothing is said of its use
        QVERIFY(find(all, QStringLiteral("used")).inUse);
        const Possession& image = find(all, QStringLiteral("0123456789ab"));
        QCOMPARE(image.id, QStringLiteral("0123456789abcdef"));
        QCOMPARE(image.image, (ImageRef{QStringLiteral("foundation/haproxy"), QStringLiteral("1")}));
        QCOMPARE(image.size, 100);
        QVERIFY(!image.inUse);
        QCOMPARE(find(all, QStringLiteral("fedcba987654")).size, -1);
    }

    void anAnswerThatIsNoneHasNothing() { QVERIFY(possessionsOf({"null", "null", {}, "[]", "{"}).isEmpty()); }
};

QTEST_GUILESS_MAIN(TestPossessions)
#include "tst_possessions.moc"
