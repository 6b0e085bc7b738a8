// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/dated_drift.h"
#include "models/domain/drift/probe.h"

namespace snowmelt::sample {

inline QDateTime dayAt(int day)
{
    return QDateTime(QDate(2026, 1, 1), QTime(3, 0, 0, 7), Qt::UTC).addDays(day - 1);
}

inline DriftSighting sightingOf(const QString& node, int day, const QList<QByteArray>& paths)
{
    DriftSighting sighting{u"web"_qs, u"image|born"_qs, birthSections(), {}};
    sighting.report.node = node;
    sighting.report.scannedAt = dayAt(day);
    for (const QByteArray& path : paths)
        sighting.report.differences.append(
            {DriftSection::Files, DifferenceKind::Changed, path, {{u"content"_qs, u"a"_qs, u"b"_qs}}, {}, {}});
    return sighting;
}

/// As many as a kill has time to fall between.
inline QList<QByteArray> manyPaths(int scan)
{
    QList<QByteArray> paths;
    for (int i = 0; i < 50; ++i)
        paths.append("/etc/" + QByteArray::number(scan % 2) + '/' + QByteArray::number(i));
    return paths;
}

} // namespace snowmelt::sample
