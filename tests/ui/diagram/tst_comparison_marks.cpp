// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/layout_fleet.h"
#include "tests/models/comparison/compared_words.h"
#include "tests/models/comparison/whole_fleet.h"
#include "tests/models/layout/random_fleets.h"
#include "ui/diagram/comparison_marks.h"
#include "ui/diagram/scene/scene.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <algorithm>
#include <functional>
#include <optional>

using namespace snowmelt;

namespace {

/// Two states as one diagram.
struct United
{
    FleetComparison comparison;
    std::shared_ptr<const Diagram> diagram;
    ComparisonMarks marks;

    United(const FleetMoment& before, const FleetMoment& after)
        : comparison(compareFleets(before, after)),
          diagram(std::make_shared<const Diagram>(layoutFleet(comparison.both.blueprint, comparison.both.fleet))),
          marks(comparison, *diagram)
    {
    }

    Change of(const QString& part) const { return marks.ofBox(diagram->indexOf(part)); }
    QString end(int box) const
    {
        const int container = diagram->boxes[box].container;
        const bool node = diagram->boxes[box].as<NodeFigure>() && container >= 0;
        return diagram->boxes[node ? container : box].part;
    }
    /// Of the line between two parts in either direction; nullopt: there is none.
    std::optional<Change> of(EdgeKind kind, const QString& from, const QString& to) const
    {
        for (int i = 0; i < diagram->edges.size(); ++i) {
            const DiagramEdge& edge = diagram->edges[i];
            const bool joins =
                (end(edge.from) == from && end(edge.to) == to) || (end(edge.from) == to && end(edge.to) == from);
            if (edge.kind == kind && joins)
                return marks.ofEdge(i);
        }
        return std::nullopt;
    }
    bool isFormer(const QString& a, const QString& b) const
    {
        for (const auto& [from, to] : marks.formerLines())
            if (end(from) == a && end(to) == b)
                return true;
        return false;
    }
};

United edited(const std::function<void(Blueprint&)>& edit)
{
    Blueprint after = sample::wholeBlueprint();
    edit(after);
    return {sample::wholeMoment(sample::wholeBlueprint()), sample::wholeMoment(after)};
}

QImage painted(const ComparisonMarks& marks, const Diagram& diagram, double scale)
{
    QImage image((diagram.bounds.size() * scale).toSize(), QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(scale, scale);
    painter.translate(-diagram.bounds.topLeft());
    marks.paint(&painter, Scene(std::make_shared<const Diagram>(diagram)), Theme::light(), diagram.bounds);
    return image;
}

int inked(const QImage& image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += qGray(image.pixel(x, y)) < 128;
    return count;
}

} // namespace

/// What differs is in the united diagram, box by box and line by line.
class TestComparisonMarks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cachesAndTheirLines()
    {
        const United united = edited([](Blueprint& b) {
            b.caches[0].engine = QStringLiteral("valkey");
            b.caches[1] = {QStringLiteral("files"), QStringLiteral("varnish"), {}, 0, {}};
            b.balancers[2].serves = QStringList{QStringLiteral("web"), QStringLiteral("files")};
        });
        QCOMPARE(united.of(u"sessions"_qs), Change::Changed);
        QCOMPARE(united.of(u"files"_qs), Change::Added);
        QCOMPARE(united.of(u"pages"_qs), Change::Removed);
        QCOMPARE(united.of(u"inner"_qs), Change::Changed);
        QCOMPARE(united.of(EdgeKind::Chain, u"inner"_qs, u"files"_qs), Change::Added);
        QCOMPARE(united.of(EdgeKind::Chain, u"inner"_qs, u"pages"_qs), Change::Removed);
        QCOMPARE(united.of(EdgeKind::Traffic, u"inner"_qs, u"web"_qs), Change::Same);
        QCOMPARE(united.of(EdgeKind::Use, u"web"_qs, u"sessions"_qs), Change::Same);
    }

    void chainsAreFollowed()
    {
        const United united = edited([](Blueprint& b) { b.balancers[1].serves = QStringList{u"web"_qs}; });
        QCOMPARE(united.of(EdgeKind::Chain, u"spare"_qs, u"inner"_qs), Change::Removed);
        QCOMPARE(united.of(EdgeKind::Traffic, u"spare"_qs, u"web"_qs), Change::Added);
        QCOMPARE(united.of(EdgeKind::Chain, u"edge"_qs, u"inner"_qs), Change::Same);
    }

    /// The diagram has room for one partner and one primary; who was it before is an arc.
    void formerPartnersAndPrimaries()
    {
        const United parted = edited([](Blueprint& b) {
            b.balancers[0].pair.clear();
            b.balancers[1].pair.clear();
        });
        QCOMPARE(parted.of(u"edge"_qs), Change::Changed);
        QCOMPARE(parted.of(u"spare"_qs), Change::Changed);
        QVERIFY(parted.isFormer(u"edge"_qs, u"spare"_qs));

        const United promoted = edited([](Blueprint& b) { b.databases[1].replicaOf.clear(); });
        QCOMPARE(promoted.of(u"copy"_qs), Change::Changed);
        QCOMPARE(promoted.of(u"orders"_qs), Change::Same);
        QVERIFY(promoted.isFormer(u"orders"_qs, u"copy"_qs));

        const United turned = edited([](Blueprint& b) {
            b.databases[0].replicaOf = QStringLiteral("copy");
            b.databases[1].replicaOf.clear();
        });
        QCOMPARE(turned.of(EdgeKind::Replica, u"copy"_qs, u"orders"_qs), Change::Added);
        QVERIFY(turned.isFormer(u"orders"_qs, u"copy"_qs));
    }

    void whoIsGoneKeepsItsLines()
    {
        const United united = edited([](Blueprint& b) {
            b.balancers.removeAt(1);
            b.balancers[0].pair.clear();
            b.databases.removeAt(1);
        });
        QCOMPARE(united.of(u"spare"_qs), Change::Removed);
        QCOMPARE(united.of(EdgeKind::Pair, u"edge"_qs, u"spare"_qs), Change::Removed);
        QCOMPARE(united.of(EdgeKind::Clients, u"clients"_qs, u"spare"_qs), Change::Removed);
        QCOMPARE(united.of(EdgeKind::Clients, u"clients"_qs, u"edge"_qs), Change::Same);
        QCOMPARE(united.of(EdgeKind::Replica, u"orders"_qs, u"copy"_qs), Change::Removed);
        QVERIFY(united.marks.formerLines().isEmpty());
    }

    /// Each part that came, went or changed is marked, and each line is there.
    void nothingIsLeftOut()
    {
        for (quint32 seed = 0; seed < 60; ++seed) {
            const Blueprint one = sample::anyTopology(seed, {5, 12, 3});
            const Blueprint other = sample::anyTopology(seed + 500, {5, 12, 3});
            const United united({one, sample::up(one), true}, {other, sample::up(other), true});
            for (const PartChange& part : united.comparison.parts) {
                const bool machine = part.kind != ComparedKind::Fleet && part.kind != ComparedKind::Image &&
                                     part.kind != ComparedKind::Zone;
                if (machine)
                    QVERIFY2(united.of(part.part) == part.change, qPrintable(sample::words(part)));
            }
            for (const LinkChange& link : united.comparison.links)
                QVERIFY2(isDrawn(united, link), qPrintable(sample::words(link)));
        }
    }

    /// By line and glyph: in grey, and on a box of a few pixels as well.
    void marksAreInk_data()
    {
        QTest::addColumn<double>("scale");
        QTest::newRow("near") << 1.0;
        QTest::newRow("far") << 0.3;
        QTest::newRow("dots") << 0.08;
    }

    void marksAreInk()
    {
        QFETCH(double, scale);
        const FleetMoment two = sample::wholeMoment(sample::wholeBlueprint());
        Blueprint larger = sample::wholeBlueprint();
        larger.groups[0].size = 3;
        const FleetMoment three = sample::wholeMoment(larger);
        FleetMoment changed = three;
        for (NodeState& node : changed.fleet.groups[0].nodes)
            node.health = Health::Down;
        const United same(three, three);
        const United added(two, three);
        const United removed(three, two);
        const United other(three, changed);
        QVERIFY(same.marks.isEmpty());
        QCOMPARE(inked(painted(same.marks, *same.diagram, scale)), 0);
        const QImage plus = painted(added.marks, *added.diagram, scale);
        const QImage minus = painted(removed.marks, *removed.diagram, scale);
        const QImage wave = painted(other.marks, *other.diagram, scale);
        QVERIFY(inked(plus) > 0);
        QVERIFY(inked(minus) > 0);
        QVERIFY(inked(wave) > 0);
        QVERIFY(plus != minus);
    }

private:
    static bool isDrawn(const United& united, const LinkChange& link)
    {
        static const QHash<LinkKind, QList<EdgeKind>> kinds{{LinkKind::Serves, {EdgeKind::Traffic, EdgeKind::Chain}},
                                                            {LinkKind::Uses, {EdgeKind::Use}},
                                                            {LinkKind::Pair, {EdgeKind::Pair}},
                                                            {LinkKind::Replica, {EdgeKind::Replica}}};
        const QList<EdgeKind> possible = kinds.value(link.kind);
        const bool edge = std::any_of(possible.begin(), possible.end(), [&](EdgeKind kind) {
            return united.of(kind, link.from, link.to) == link.change;
        });
        return edge || (link.change == Change::Removed && united.isFormer(link.from, link.to));
    }
};

QTEST_MAIN(TestComparisonMarks)
#include "tst_comparison_marks.moc"
