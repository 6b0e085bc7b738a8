// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/layout_fleet.h"
#include "tests/bench/diagram/figures.h"
#include "tests/bench/finding/proxy_search.h"
#include "tests/ui/diagram/many_nodes.h"
#include "ui/shell/finding/fleet_filter.h"
#include "ui/shell/finding/found_parts.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

using namespace snowmelt;
using namespace snowmelt::bench;

namespace {

struct Figure
{
    QString what;
    int found = 0;
    Samples ours;
    Samples theirs; ///< empty: has no counterpart
};

/// A fleet, searched and filtered both ways.
class Bench
{
public:
    Bench(int nodes, int times)
        : m_times(times), m_fleet(sample::lived(sample::large(nodes), 7)),
          m_diagram(std::make_shared<const Diagram>(layoutFleet(sample::large(nodes), m_fleet))), m_proxy(m_fleet)
    {
    }

    QList<Figure> run()
    {
        indexing();
        // As one types a name, then a version, and what is nowhere.
        for (const char* typed : {"w", "we", "web", "web-1", "web-12", "1.1.0", "nowhere"})
            searching(QString::fromLatin1(typed));
        filtering();
        return m_figures;
    }

private:
    void indexing()
    {
        Figure figure{QStringLiteral("index, once a change"), int(m_diagram->boxes.size()), {}, {}};
        for (int i = 0; i < m_times; ++i)
            figure.ours.time([&] { m_index = FindIndex({m_diagram, m_fleet, {}}); });
        m_figures << figure;
    }
    void searching(const QString& typed)
    {
        Figure figure{u"search " + typed, 0, {}, {}};
        for (int i = 0; i < m_times; ++i) {
            figure.ours.time([&] { figure.found = int(m_index.find(typed).size()); });
            m_proxy.search({});
            figure.theirs.time([&] { m_proxy.search(typed); });
        }
        m_figures << figure;
    }
    void filtering()
    {
        Figure figure{QStringLiteral("filter, unhealthy"), 0, {}, {}};
        FleetFilter unhealthy;
        unhealthy.unhealthy = true;
        for (int i = 0; i < m_times; ++i) {
            figure.ours.time([&] { figure.found = answerTo(unhealthy, *m_diagram).counts.unhealthy; });
            m_proxy.search({});
            figure.theirs.time([&] { m_proxy.onlyDown(); });
        }
        m_figures << figure;
    }

    int m_times;
    FleetState m_fleet;
    std::shared_ptr<const Diagram> m_diagram;
    FindIndex m_index;
    ProxySearch m_proxy;
    QList<Figure> m_figures;
};

QString milliseconds(const Samples& samples, int percent)
{
    return samples.count() == 0 ? QStringLiteral("-") : QString::number(samples.percentile(percent), 'f', 2);
}

void print(QTextStream& out, int nodes, const QList<Figure>& figures)
{
    out << "milliseconds of the processor, " << nodes
        << " nodes; ours beside the GUI thread, theirs on it: a filtering proxy over a table\n\n"
        << QStringLiteral("what").leftJustified(26) << "    found  ours p50      p95  theirs p50      p95\n";
    for (const Figure& figure : figures)
        out << figure.what.leftJustified(26) << QString::number(figure.found).rightJustified(9)
            << milliseconds(figure.ours, 50).rightJustified(10) << milliseconds(figure.ours, 95).rightJustified(9)
            << milliseconds(figure.theirs, 50).rightJustified(12) << milliseconds(figure.theirs, 95).rightJustified(9)
            << '\n';
}

QJsonObject toJson(const Samples& samples)
{
    return {{QStringLiteral("count"), samples.count()},
            {QStringLiteral("p50"), samples.percentile(50)},
            {QStringLiteral("p95"), samples.percentile(95)}};
}

QByteArray json(int nodes, const QList<Figure>& figures)
{
    QJsonArray all;
    for (const Figure& figure : figures)
        all << QJsonObject{{QStringLiteral("what"), figure.what},
                           {QStringLiteral("found"), figure.found},
                           {QStringLiteral("ours"), toJson(figure.ours)},
                           {QStringLiteral("theirs"), toJson(figure.theirs)}};
    return QJsonDocument(QJsonObject{{QStringLiteral("schema"), QStringLiteral("snowmelt.bench-finding/1")},
                                     {QStringLiteral("nodes"), nodes},
                                     {QStringLiteral("figures"), all}})
        .toJson();
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures search and filters against a filtering proxy."));
    parser.addHelpOption();
    parser.addOption({QStringLiteral("json"), QStringLiteral("Print JSON.")});
    parser.addOption({QStringLiteral("quick"), QStringLiteral("A small fleet, few samples: is everything measured?")});
    parser.addOption({QStringLiteral("nodes"), QStringLiteral("How many."), QStringLiteral("N")});
    parser.process(application);
    const bool quick = parser.isSet(QStringLiteral("quick"));
    const int asked = parser.value(QStringLiteral("nodes")).toInt();
    const int nodes = asked > 0 ? asked : quick ? 300 : 100'000;
    const QList<Figure> figures = Bench(nodes, quick ? 2 : 20).run();
    QTextStream out(stdout);
    if (parser.isSet(QStringLiteral("json")))
        out << QString::fromUtf8(json(nodes, figures));
    else
        print(out, nodes, figures);
    return 0;
}
