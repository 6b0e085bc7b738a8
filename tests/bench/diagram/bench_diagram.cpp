// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/layout_fleet.h"
#include "tests/bench/diagram/contender.h"
#include "tests/bench/diagram/figures.h"
#include "tests/bench/diagram/linked_groups.h"
#include "tests/ui/diagram/many_nodes.h"
#include "ui/diagram/viewport.h"

#include <QApplication>
#include <QCommandLineParser>

#include <functional>

using namespace snowmelt;
using namespace snowmelt::bench;

namespace {

struct Effort
{
    QList<int> sizes{1000, 10000, 100000};
    int frames = 60;
    int redraws = 15;
    int picks = 2000;
    int changes = 1000;
    int linkedGroups = 300;
};

double frameBudget(int nodes)
{
    return nodes > 10000 ? 16 : 8;
}

double redrawBudget(int nodes)
{
    return nodes > 10000 ? 50 : nodes > 1000 ? 16 : 8;
}

double layoutBudget(int nodes)
{
    return nodes > 10000 ? 10000 : nodes > 1000 ? 2000 : 300;
}

/// Everything measured of both contenders on one fleet.
class Match
{
public:
    Match(int nodes, const Effort& effort)
        : m_nodes(nodes), m_effort(effort), m_blueprint(sample::large(nodes)), m_fleet(sample::lived(m_blueprint, 7))
    {
    }

    QList<Row> run(Memory& memory);

private:
    using Act = std::function<void(Contender&, Samples&)>;
    void both(const QString& what, double budget, const Act& act);
    void panning(const QString& what, double zoom);
    void zooming();
    void picking();
    void changing();
    void growing();
    /// What stood somewhere stays there.
    std::shared_ptr<const Diagram> laidOutWith(const FleetState& fleet)
    {
        LaidOut made = layoutFleet(m_blueprint, fleet, m_arrangement);
        m_arrangement = std::move(made.arrangement);
        return std::make_shared<const Diagram>(std::move(made.diagram));
    }

    int m_nodes;
    Effort m_effort;
    Blueprint m_blueprint;
    FleetState m_fleet;
    Arrangement m_arrangement;
    std::shared_ptr<const Diagram> m_diagram;
    Viewport m_fit;
    QPointF m_middle; ///< of a group in the middle: there is something to see at every zoom
    std::unique_ptr<Contender> m_ours, m_theirs;
    QList<Row> m_rows;
};

void Match::both(const QString& what, double budget, const Act& act)
{
    Row row{m_nodes, what, {}, {}, budget};
    act(*m_ours, row.ours);
    act(*m_theirs, row.theirs);
    m_rows << row;
}

void Match::panning(const QString& what, double zoom)
{
    both(what, frameBudget(m_nodes), [&](Contender& contender, Samples& samples) {
        contender.look(zoom, m_middle);
        for (int i = 0; i < m_effort.frames; ++i)
            samples.time([&] { contender.pan(i < m_effort.frames / 2 ? QPoint(24, 16) : QPoint(-40, 24)); });
    });
}

void Match::zooming()
{
    both(QStringLiteral("zoom, from everything"), frameBudget(m_nodes), [&](Contender& contender, Samples& samples) {
        contender.look(m_fit.zoom, m_diagram->bounds.center());
        for (int i = 0; i < m_effort.frames; ++i)
            samples.time([&] { contender.zoom(i < m_effort.frames / 2 ? 1.1 : 1 / 1.1); });
    });
}

void Match::picking()
{
    both(QStringLiteral("pick"), -1, [&](Contender& contender, Samples& samples) {
        contender.look(m_fit.zoom * 2, m_diagram->bounds.center());
        QRandomGenerator random(3);
        for (int i = 0; i < m_effort.picks; ++i) {
            const QPoint pixel(random.bounded(viewSize.width()), random.bounded(viewSize.height()));
            samples.time([&] { contender.pick(pixel); });
        }
    });
}

void Match::changing()
{
    QRandomGenerator random(5);
    QList<std::shared_ptr<const Diagram>> next;
    FleetState fleet = m_fleet;
    for (int round = 0; round < 5; ++round) {
        for (int i = 0; i < m_effort.changes; ++i) {
            GroupState& group = fleet.groups[random.bounded(int(fleet.groups.size()))];
            group.nodes[random.bounded(int(group.nodes.size()))].health = Health(random.bounded(5));
        }
        next << laidOutWith(fleet);
    }
    both(QString::number(m_effort.changes) + u" status changes", -1, [&](Contender& contender, Samples& samples) {
        contender.look(m_fit.zoom, m_diagram->bounds.center());
        for (const auto& diagram : std::as_const(next))
            samples.time([&] { contender.change(diagram); });
    });
    m_diagram = next.last();
    m_fleet = fleet;
}

/// One group grows: what lives goes on living, and nothing else is new.
void Match::growing()
{
    constexpr int more = 20;
    Group& group = m_blueprint.groups.last();
    group.size += more;
    m_fleet.groups.last().nodes += sample::up(m_blueprint).groups.last().nodes.last(more);
    const auto grown = laidOutWith(m_fleet);
    both(QString::number(more) + u" nodes more", -1, [&](Contender& contender, Samples& samples) {
        contender.look(m_fit.zoom, m_diagram->bounds.center());
        samples.time([&] { contender.show(grown); });
    });
}

QList<Row> Match::run(Memory& memory)
{
    Row layout{m_nodes, QStringLiteral("layout"), {}, {}, layoutBudget(m_nodes)};
    for (int i = 0; i < (m_nodes > 10000 ? 2 : 5); ++i)
        layout.ours.time([&] {
            m_arrangement = {};
            m_diagram = laidOutWith(m_fleet);
        });
    m_rows << layout;
    m_fit.fit(m_diagram->bounds, viewSize);
    const DiagramBox& group =
        m_diagram->boxes[m_diagram->indexOf(m_blueprint.groups[m_blueprint.groups.size() / 2].name)];
    m_middle = group.rect.center();

    const double before = residentMb();
    m_ours = makeOurs();
    Row first{m_nodes, QStringLiteral("first frame"), {}, {}, -1};
    first.ours.time([&] { m_ours->show(m_diagram); });
    const double between = residentMb();
    m_theirs = makeBaseline();
    first.theirs.time([&] { m_theirs->show(m_diagram); });
    memory = {m_nodes, between - before, residentMb() - between};
    m_rows << first;

    both(QStringLiteral("sharp redraw of everything"), redrawBudget(m_nodes),
         [&](Contender& contender, Samples& samples) {
             contender.look(m_fit.zoom, m_diagram->bounds.center());
             for (int i = 0; i < m_effort.redraws; ++i)
                 samples.time([&] { contender.redraw(); });
         });
    for (double zoom : {0.1, 0.25, 0.5, 1.0})
        both(u"sharp redraw at " + QString::number(zoom * 100) + u" %", redrawBudget(m_nodes),
             [&](Contender& contender, Samples& samples) {
                 contender.look(zoom, m_middle);
                 for (int i = 0; i < m_effort.redraws; ++i)
                     samples.time([&] { contender.redraw(); });
             });
    panning(QStringLiteral("pan, twice as near as all"), m_fit.zoom * 2);
    panning(QStringLiteral("pan at 25 %"), 0.25);
    panning(QStringLiteral("pan at 100 %"), 1);
    zooming();
    picking();
    changing();
    growing();
    return m_rows;
}

/// The form of what a run found: every figure there, and as many samples as were asked for.
bool wellFormed(const QList<Row>& rows, const Effort& effort)
{
    const auto complete = [](const Row& row) {
        return row.ours.count() > 0 && row.ours.percentile(50) >= 0 &&
               row.ours.percentile(95) >= row.ours.percentile(50);
    };
    return rows.size() == 14 * effort.sizes.size() + linkedRows && std::all_of(rows.begin(), rows.end(), complete);
}

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures drawing of the diagram against one item per node."));
    parser.addHelpOption();
    parser.addOption({QStringLiteral("json"), QStringLiteral("Print JSON.")});
    parser.addOption({QStringLiteral("quick"), QStringLiteral("Small fleets, few samples: is everything measured?")});
    parser.addOption({QStringLiteral("nodes"), QStringLiteral("Only this size."), QStringLiteral("N")});
    parser.process(application);
    Effort effort;
    if (parser.isSet(QStringLiteral("quick")))
        effort = {{60, 300}, 6, 2, 20, 10, 20};
    if (parser.isSet(QStringLiteral("nodes")))
        effort.sizes = {parser.value(QStringLiteral("nodes")).toInt()};
    QList<Row> rows;
    QList<Memory> memory;
    for (int nodes : std::as_const(effort.sizes)) {
        Memory used{};
        rows << Match(nodes, effort).run(used);
        memory << used;
    }
    rows << layoutOfLinkedGroups(effort.linkedGroups);
    parser.isSet(QStringLiteral("json")) ? printJson(rows, memory) : printText(rows, memory);
    return wellFormed(rows, effort) ? 0 : 1;
}
