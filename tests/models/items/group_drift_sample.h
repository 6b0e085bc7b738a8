// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/group_drift.h"

namespace snowmelt::sample {

inline Difference changed(DriftSection section, const QByteArray& key, const char* field, const char* baseline,
                          const char* actual)
{
    return {section, DifferenceKind::Changed,
            key,     {{QString::fromLatin1(field), QString::fromLatin1(baseline), QString::fromLatin1(actual)}},
            {},      {}};
}

inline GroupDifference rowOf(const Difference& difference, const QList<int>& nodes, int all,
                             const QList<int>& unseen = {})
{
    GroupDifference row{difference.section, difference.key, all - int(nodes.size() + unseen.size()), false, {}, unseen};
    for (const int node : nodes)
        row.differs << NodeDifference{node, difference};
    return row;
}

/// Eight nodes of web: 3 and 4 missed an update of two packages, 6 has another nginx.conf and cannot say who may log
/// in, 7 has one user more; 8 could not be looked at; 1, 2 and 5 are alike.
inline GroupDrift groupDrift(const QDateTime& seenAt)
{
    GroupDrift drift;
    drift.group = QStringLiteral("web");
    for (int node = 1; node <= 8; ++node)
        drift.nodes << ComparedNode{QStringLiteral("web-%1").arg(node), node == 8 ? QDateTime() : seenAt, {}, {}};
    drift.nodes[7].error =
        Error{ErrorCode::SshUnreachable, {QStringLiteral("web-8"), QStringLiteral("10.0.0.8:22")}, QString()};
    drift.nodes[5].unseen << Unseen{DriftSection::Users, {}, QStringLiteral("permissionDenied")};
    const auto package = [](const char* name, const char* from, const char* to) {
        return rowOf(changed(DriftSection::Packages, name, "version", from, to), {2, 3}, 7);
    };
    drift.differences << package("libssl3", "3.0.15-1", "3.0.11-1") << package("openssl", "3.0.15-1", "3.0.11-1");
    Difference config = changed(DriftSection::Files, "/etc/nginx/nginx.conf", "content", "aa", "bb");
    config.baselineText = QStringLiteral("worker_processes 4;\nuser www;\n");
    config.actualText = QStringLiteral("worker_processes 1;\nuser www;\n");
    drift.differences << rowOf(config, {5}, 7);
    const Difference kim{DriftSection::Users,
                         DifferenceKind::Added,
                         "kim",
                         {{QStringLiteral("uid"), {}, QStringLiteral("1001")}},
                         {},
                         {}};
    drift.differences << rowOf(kim, {6}, 7, {5});
    drift.causes << SharedCause{CauseKind::MissedUpdate, DriftSection::Packages, {2, 3}, {0, 1}};
    return drift;
}

/// The same where a rule hides another mode of a log's folder on 1 and 2, and one for api what 5 has otherwise of
/// openssl.
inline GroupDrift hiddenGroupDrift(const QDateTime& seenAt)
{
    GroupDrift drift = groupDrift(seenAt);
    IgnoreRule update{DriftSection::Packages, QStringLiteral("openssl")};
    update.reason = QStringLiteral("5 is tried out first");
    drift.hidden << HiddenGroupDifference{
        rowOf(changed(DriftSection::Packages, "openssl", "version", "3.0.15-1", "3.0.16-1"), {4}, 6), update};
    IgnoreRule logs{DriftSection::Files, QStringLiteral("/srv/log")};
    logs.reason = QStringLiteral("the collector’s");
    drift.hidden << HiddenGroupDifference{
        rowOf(changed(DriftSection::Files, "/srv/log", "mode", "0755", "0777"), {0, 1}, 7), logs};
    drift.differences[1].asBaseline -= 1;
    return drift;
}

/// `nodes` of which every second differs in each of so many rows.
inline GroupDrift largeGroupDrift(int nodes, int rows)
{
    GroupDrift drift;
    drift.group = QStringLiteral("web");
    for (int node = 0; node < nodes; ++node)
        drift.nodes << ComparedNode{QStringLiteral("web-%1").arg(node + 1, 3, 10, QLatin1Char('0')),
                                    QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC),
                                    {},
                                    {}};
    QList<int> odd;
    for (int node = 1; node < nodes; node += 2)
        odd << node;
    for (int row = 0; row < rows; ++row)
        drift.differences << rowOf(
            changed(DriftSection::Packages, "package-" + QByteArray::number(row), "version", "2", "1"), odd, nodes);
    return drift;
}

} // namespace snowmelt::sample
