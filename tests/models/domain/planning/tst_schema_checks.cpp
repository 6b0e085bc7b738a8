// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/schema_checks.h"
#include "tests/models/domain/planning/plan_world.h"

#include <QTest>

using namespace snowmelt;

class TestSchemaChecks : public QObject
{
    Q_OBJECT

private:
    /// The group uses "orders", whose schema the blueprint says (0: it does not).
    static PlanInput world(int schema, const SchemaWindow& comes, const SchemaWindow& leaves)
    {
        PlanInput input = PlanWorld().input();
        Database orders;
        orders.name = u"orders"_qs;
        orders.schema = schema;
        input.blueprint.databases = {orders};
        input.blueprint.groups.first().uses = {u"orders"_qs};
        input.schemas =
            QHash<Digest, SchemaWindow>{{PlanWorld::digest("1.1.0"), comes}, {PlanWorld::digest("1.0.0"), leaves}};
        return input;
    }

    /// "block schemaOutside shop@1.1.0 orders 3 1 2", one line each; of the schema alone.
    static QString told(const Result<Plan>& plan)
    {
        static const QStringList verdicts{u"pass"_qs, u"warn"_qs, u"block"_qs};
        if (!plan)
            return codeName(plan.error().code);
        QStringList lines;
        for (const PlanCheck& check : plan->checks)
            if (check.code.startsWith(u"schema"))
                lines +=
                    (QStringList{verdicts.at(static_cast<int>(check.verdict)), check.code} + check.args).join(u' ');
        return lines.join(u'\n');
    }

    static QString swapTold(const PlanInput& input)
    {
        return told(planSwap(input, u"web"_qs, PlanWorld::newImage(), 0));
    }

private Q_SLOTS:
    void swap_data()
    {
        QTest::addColumn<int>("schema");
        QTest::addColumn<SchemaWindow>("comes");
        QTest::addColumn<SchemaWindow>("leaves");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, int schema, const SchemaWindow& comes, const SchemaWindow& leaves,
                            const char* expected) {
            QTest::newRow(name) << schema << comes << leaves << QString::fromLatin1(expected);
        };
        row("both fit", 3, {3, 5}, {1, 3}, "pass schemaFits shop@1.1.0 orders 3 3 5");
        row("the upper end", 5, {3, 5}, {5, 5}, "pass schemaFits shop@1.1.0 orders 5 3 5");
        row("too new", 2, {3, 5}, {1, 3}, "block schemaOutside shop@1.1.0 orders 2 3 5");
        row("too old", 6, {3, 5}, {6, 6}, "block schemaOutside shop@1.1.0 orders 6 3 5");
        row("no way back", 5, {3, 5}, {1, 3},
            "pass schemaFits shop@1.1.0 orders 5 3 5\nwarn schemaNoWayBack shop@1.0.0 orders 5 1 3");
        row("way back unknown", 5, {3, 5}, {},
            "pass schemaFits shop@1.1.0 orders 5 3 5\nwarn schemaWayBackUnknown shop@1.0.0 orders 5");
        row("image says nothing", 3, {}, {1, 3}, "warn schemaUnknown shop@1.1.0 orders 3");
        row("blueprint says nothing", 0, {3, 5}, {1, 3}, "warn schemaNotSaid shop@1.1.0 orders");
        row("nobody says anything", 0, {}, {1, 3}, "");
    }
    void swap()
    {
        QFETCH(int, schema);
        QFETCH(SchemaWindow, comes);
        QFETCH(SchemaWindow, leaves);
        QFETCH(QString, expected);
        const PlanInput input = world(schema, comes, leaves);
        QCOMPARE(swapTold(input), expected);
        QCOMPARE(planSwap(input, u"web"_qs, PlanWorld::newImage(), 0)->blocked(), expected.startsWith(u"block"));
    }

    void whatIsNotUsedIsNotJudged()
    {
        PlanInput input = world(9, {3, 5}, {3, 5});
        input.blueprint.groups.first().uses.clear();
        QCOMPARE(swapTold(input), QString());
        input = world(9, {3, 5}, {3, 5});
        input.schemas.reset();
        QCOMPARE(swapTold(input), QString());
        input = world(9, {3, 5}, {3, 5});
        input.image.digest = Digest();
        QCOMPARE(swapTold(input), QString()); // that it is not built blocks already
    }

    void imagesThatLeaveAreNamedOnce()
    {
        PlanInput input = world(5, {3, 5}, {1, 3});
        QCOMPARE(swapTold(input).count(u"schemaNoWayBack"_qs), 1);
        NodeState& other = input.fleet.groups.first().nodes[1];
        other.image = {u"shop"_qs, u"0.9"_qs};
        other.digest = PlanWorld::digest("0.9");
        QCOMPARE(swapTold(input), u"pass schemaFits shop@1.1.0 orders 5 3 5\n"
                                  "warn schemaNoWayBack shop@1.0.0 orders 5 1 3\n"
                                  "warn schemaWayBackUnknown shop@0.9 orders 5"_qs);
    }

    void aNodeIsRebornIntoWhatServes()
    {
        PlanInput input = world(5, {3, 5}, {1, 3});
        input.image.ref = PlanWorld::oldImage();
        input.image.digest = PlanWorld::digest("1.0.0");
        QCOMPARE(told(planRebirth(input, u"web-2"_qs)), u"warn schemaOutside shop@1.0.0 orders 5 1 3"_qs);
    }
};

QTEST_GUILESS_MAIN(TestSchemaChecks)
#include "tst_schema_checks.moc"
