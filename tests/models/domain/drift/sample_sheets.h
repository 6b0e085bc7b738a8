// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/group_drift.h"

#include <QRandomGenerator>

namespace snowmelt::sample {

using SheetFields = QMap<QString, QString>;

inline FactRow rowOf(const SheetFields& fields)
{
    return {fields, {}};
}

inline FactRow packageRow(const QString& version)
{
    return rowOf({{u"version"_qs, version}, {u"architecture"_qs, u"amd64"_qs}});
}

inline FactRow fileRow(const QString& content, const QString& mode = u"0644"_qs)
{
    return rowOf({{u"type"_qs, u"file"_qs},
                  {u"mode"_qs, mode},
                  {u"owner"_qs, u"root (0)"_qs},
                  {u"group"_qs, u"root (0)"_qs},
                  {u"content"_qs, content}});
}

/// What a file whose content could not be read looks like.
inline FactRow unreadFileRow(const QString& mode = u"0644"_qs)
{
    FactRow row = fileRow({}, mode);
    row.fields.remove(u"content"_qs);
    return row;
}

inline FactSheet sheetOf(const QString& node)
{
    FactSheet sheet;
    sheet.node = node;
    sheet.seenAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
    return sheet;
}

/// "web-0", "web-1" …, all with the same packages, files, users and services.
inline QList<FactSheet> equalSheets(int nodes, int things, quint32 seed)
{
    QRandomGenerator random(seed);
    FactSheet sheet = sheetOf({});
    for (int i = 0; i < things; ++i) {
        const QByteArray number = QByteArray::number(i);
        const QString value = QString::number(random.bounded(1000));
        sheet.tables[DriftSection::Packages]["pack" + number] = packageRow(u"1." + value);
        sheet.tables[DriftSection::Files]["/srv/" + number + "/file"] = fileRow(u"hash" + value);
        sheet.tables[DriftSection::Services]["unit" + number] = rowOf({{u"enabled"_qs, value}});
    }
    sheet.tables[DriftSection::Users]; // seen, and nobody there
    QList<FactSheet> sheets;
    for (int node = 0; node < nodes; ++node) {
        sheet.node = u"web-%1"_qs.arg(node);
        sheets.append(sheet);
    }
    return sheets;
}

} // namespace snowmelt::sample
