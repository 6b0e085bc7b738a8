// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/differences/many_differences.h"

namespace snowmelt::bench {

namespace {

const QDateTime firstOfYear(QDate(2026, 1, 1), QTime(6, 0), Qt::UTC);

DriftSection benchSection(int row)
{
    static constexpr DriftSection sections[] = {DriftSection::Packages, DriftSection::Files, DriftSection::Services,
                                                DriftSection::Users};
    return sections[row % 4];
}

QByteArray benchKey(int row)
{
    const QByteArray number = QByteArray::number(row);
    switch (benchSection(row)) {
    case DriftSection::Packages:
        return "package-" + number;
    case DriftSection::Files:
        return "/etc/app/conf.d/" + number + ".conf";
    case DriftSection::Services:
        return "app-" + number + ".service";
    default:
        return "user" + number;
    }
}

Difference benchDifference(int row, int node)
{
    Difference one;
    one.section = benchSection(row);
    one.kind = DifferenceKind::Changed;
    one.key = benchKey(row);
    const QString field = one.section == DriftSection::Packages ? QStringLiteral("version") : QStringLiteral("owner");
    one.fields << FieldChange{field, QStringLiteral("3.0.%1-1").arg(row % 40),
                              QStringLiteral("3.0.%1-1").arg((row + node) % 37)};
    return one;
}

GroupDifference benchRow(int row, int nodes)
{
    GroupDifference made;
    made.section = benchSection(row);
    made.key = benchKey(row);
    // From one node to half of them.
    const int step = 2 + row % 61;
    for (int node = row % step % nodes; node < nodes; node += step)
        made.differs << NodeDifference{node, benchDifference(row, node), {}};
    made.asBaseline = nodes - int(made.differs.size());
    return made;
}

} // namespace

QString benchNode(int node)
{
    return QStringLiteral("web-%1").arg(node + 1, 3, 10, QLatin1Char('0'));
}

GroupDrift manyDifferences(int nodes, int rows)
{
    GroupDrift drift;
    drift.group = QStringLiteral("web");
    for (int node = 0; node < nodes; ++node)
        drift.nodes << ComparedNode{benchNode(node), firstOfYear, {}, {}};
    for (int row = 0; row < rows; ++row)
        drift.differences << benchRow(row, nodes);
    return drift;
}

DriftHistory longHistory(int nodes, int differencesEach)
{
    DriftHistory history;
    for (int node = 0; node < nodes; ++node) {
        for (int row = 0; row < differencesEach; ++row) {
            DatedDifference one;
            one.node = benchNode(node);
            one.group = QStringLiteral("web");
            one.difference = benchDifference(row, node);
            one.firstSeen = firstOfYear.addSecs(3600LL * ((node * 7 + row * 13) % 4000));
            one.lastSeen = one.firstSeen.addDays(row % 90);
            if (row % 2 == 1)
                one.goneAt = one.lastSeen.addSecs(3600);
            history.differences << one;
        }
    }
    for (int scan = 0; scan < 2000; ++scan)
        history.counts << DriftCount{QStringLiteral("web"),
                                     firstOfYear.addSecs(3600LL * scan),
                                     nodes,
                                     nodes / 2 + scan % 40,
                                     scan * 3 % 900,
                                     0,
                                     scan % 5};
    return history;
}

} // namespace snowmelt::bench
