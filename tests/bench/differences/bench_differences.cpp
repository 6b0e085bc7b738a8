// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fleet_document.h"
#include "models/items/dated_drift_model.h"
#include "models/items/group_drift_model.h"
#include "tests/bench/differences/loop_times.h"
#include "tests/bench/differences/many_differences.h"
#include "tests/ui/shell/window_test.h"

#include <QComboBox>
#include <QCommandLineParser>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QTreeView>

using namespace snowmelt;
using namespace snowmelt::bench;

namespace {

FleetState fleetOf(int nodes)
{
    QStringList names;
    for (int node = 0; node < nodes; ++node)
        names << benchNode(node);
    return sample::fleet(names);
}

/// A window with who differs and drift over time, and what a person does there.
class Bench
{
public:
    Bench(TurnedApplication* application, int nodes, int rows, int each)
        : m_application(application), m_drift(manyDifferences(nodes, rows)), m_history(longHistory(nodes, each))
    {
        m_stage.openUp(fleetOf(nodes));
    }

    QList<LoopFigure> run()
    {
        whoDiffers();
        overTime();
        return m_figures;
    }

private:
    void whoDiffers();
    void filters();
    void scrolls(const char* what, QScrollBar* bar);
    void overTime();
    void act(
        const QString& what, const std::function<void()>& act,
        const std::function<bool()>& settled = [] { return true; });
    void count(const QAbstractItemModel* model) { m_counted = model; }
    int shown() const;

    QTreeView* tree(const char* name) const { return m_stage.window->findChild<QTreeView*>(QString::fromLatin1(name)); }

    TurnedApplication* m_application;
    GroupDrift m_drift;
    DriftHistory m_history;
    WindowStage m_stage;
    const QAbstractItemModel* m_counted = nullptr;
    QList<LoopFigure> m_figures;
};

int Bench::shown() const
{
    int rows = 0;
    for (int row = 0; m_counted && row < m_counted->rowCount(); ++row)
        rows += std::max(1, m_counted->rowCount(m_counted->index(row, 0)));
    return rows;
}

/// What is worked on aside is waited for.
void Bench::act(const QString& what, const std::function<void()>& act, const std::function<bool()>& settled)
{
    LoopFigure figure{what, 0, m_application->turnsOf(act, settled)};
    figure.shown = shown();
    m_figures << figure;
}

void Bench::whoDiffers()
{
    m_stage.window->findChild<FleetDocument*>()->setSelection(QStringLiteral("web"));
    act(QStringLiteral("open who differs"), [this] { m_stage.action("actionDifferences")->trigger(); });
    const OperationId look = m_stage.operations.lastOf<DiffIntent>();
    count(tree("differencesThings")->model());
    act(
        QStringLiteral("the outcome arrives"), [&] { m_stage.operations.say(look, NodesCompared{m_drift}); },
        [this] { return shown() > 0; });
    m_stage.operations.finish(look, OutcomeKind::Differences, Safety::Unchanged);
    m_application->processEvents();
    filters();
    QTreeView* things = tree("differencesThings");
    const QModelIndex title = things->model()->index(0, 0);
    act(QStringLiteral("a title closes"), [&] { things->collapse(title); });
    act(QStringLiteral("a title opens"), [&] { things->expand(title); });
    scrolls("scroll down", things->verticalScrollBar());
    scrolls("scroll sideways", tree("differencesNodes")->horizontalScrollBar());
    act(QStringLiteral("a row is chosen"), [&] { things->setCurrentIndex(things->model()->index(1, 0, title)); });
}

void Bench::filters()
{
    auto* text = m_stage.window->findChild<QLineEdit*>(QStringLiteral("differencesFilter"));
    for (const char* typed : {"p", "pa", "pac", "package-1", "3.0.11", "nowhere", ""})
        act(QStringLiteral("filter “%1”").arg(QLatin1String(typed)), [&] { text->setText(QLatin1String(typed)); });
    for (const char* name : {"differencesSection", "differencesSeverity"}) {
        auto* box = m_stage.window->findChild<QComboBox*>(QString::fromLatin1(name));
        for (const int choice : {1, 0})
            act(QStringLiteral("%1 %2").arg(QLatin1String(name)).arg(choice), [&] {
                box->setCurrentIndex(choice);
                Q_EMIT box->activated(choice);
            });
    }
}

void Bench::scrolls(const char* what, QScrollBar* bar)
{
    LoopFigure figure{QString::fromLatin1(what), shown(), {}};
    for (int step = 1; step <= 60; ++step)
        figure.turns += m_application->turnsOf([&] { bar->setValue(bar->maximum() * step / 60); }, [] { return true; });
    m_figures << figure;
}

void Bench::overTime()
{
    act(QStringLiteral("open drift over time"), [this] { m_stage.action("actionDriftHistory")->trigger(); });
    QWidget* window = m_stage.find("driftHistoryWindow");
    auto* list = window->findChild<QTreeView*>(QStringLiteral("driftHistoryList"));
    count(list->model());
    const OperationId reading = m_stage.operations.lastOf<DriftHistoryIntent>();
    act(QStringLiteral("a year of it arrives"), [&] { m_stage.operations.say(reading, DriftHistoryRead{m_history}); });
    m_stage.operations.finish(reading, OutcomeKind::Done, Safety::Unchanged);
    for (const int column : {int(DatedDriftModel::Node), int(DatedDriftModel::Since), int(DatedDriftModel::What)})
        act(QStringLiteral("sort by column %1").arg(column), [&] { list->sortByColumn(column, Qt::AscendingOrder); });
    auto* nodes = window->findChild<QComboBox*>(QStringLiteral("driftHistoryNodes"));
    auto* states = window->findChild<QComboBox*>(QStringLiteral("driftHistoryStates"));
    act(QStringLiteral("still there and gone"), [&] { states->setCurrentIndex(2); });
    scrolls("scroll the list", list->verticalScrollBar());
    act(QStringLiteral("one node"), [&] { nodes->setCurrentIndex(7); });
    act(QStringLiteral("every node"), [&] { nodes->setCurrentIndex(0); });
}

} // namespace

int main(int argc, char** argv)
{
    QStandardPaths::setTestModeEnabled(true);
    TurnedApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Measures how long who differs, and drift over time, hold the GUI thread."));
    parser.addHelpOption();
    parser.addOption({QStringLiteral("json"), QStringLiteral("Print JSON.")});
    parser.addOption({QStringLiteral("quick"), QStringLiteral("A small group: is everything measured?")});
    parser.addOption({QStringLiteral("nodes"), QStringLiteral("How many."), QStringLiteral("N")});
    parser.addOption({QStringLiteral("rows"), QStringLiteral("Differences among them."), QStringLiteral("N")});
    parser.process(application);
    const bool quick = parser.isSet(QStringLiteral("quick"));
    const int askedNodes = parser.value(QStringLiteral("nodes")).toInt();
    const int askedRows = parser.value(QStringLiteral("rows")).toInt();
    const int nodes = askedNodes > 0 ? askedNodes : quick ? 12 : 500;
    const int rows = askedRows > 0 ? askedRows : quick ? 80 : 5000;
    const QList<LoopFigure> figures = Bench(&application, nodes, rows, quick ? 4 : 40).run();
    if (parser.isSet(QStringLiteral("json")))
        printJson(nodes, rows, figures);
    else
        printText(nodes, rows, figures);
    return 0;
}
