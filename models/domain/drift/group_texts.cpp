// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/group_texts.h"

#include "models/domain/drift/group_outcome.h"
#include "models/domain/drift/texts.h"

#include <QHash>

#include <algorithm>
#include <optional>

namespace snowmelt {

namespace {

constexpr int filesAtMost = 50;

/// What everybody on the node may read, and only that.
bool isReadableByAll(const FactRow& row)
{
    constexpr uint readByOthers = 04;
    bool ok = false;
    const uint mode = row.fields.value(QStringLiteral("mode")).toUInt(&ok, 8);
    return ok && (mode & readByOthers) != 0 && row.fields.value(QStringLiteral("type")) == u"file";
}

const FactRow* fileOf(const FactSheet& sheet, const QByteArray& path)
{
    const auto table = sheet.tables.constFind(DriftSection::Files);
    if (table == sheet.tables.constEnd())
        return nullptr;
    const auto row = table->constFind(path);
    return row == table->constEnd() ? nullptr : &*row;
}

bool isInOpenFolders(const FactSheet& sheet, const QByteArray& path)
{
    return areFoldersOpen(path, [&sheet](const QByteArray& folder) -> std::optional<int> {
        const FactRow* row = fileOf(sheet, folder);
        return row ? row->fields.value(QStringLiteral("mode")).toInt(nullptr, 8) : 0;
    });
}

/// The nodes whose texts a person wants beside each other; none when one of them must not be shown.
QList<int> nodesToAsk(const GroupDrift& drift, const GroupDifference& row, const QList<FactSheet>& sheets)
{
    QList<int> nodes;
    for (const NodeDifference& differs : row.differs) {
        if (isOfContent(differs.difference))
            nodes.append(differs.node);
    }
    const QList<int> baseline = nodesAsBaseline(drift, row, 1); // all such have the same
    if (nodes.isEmpty() || baseline.isEmpty())
        return {};
    nodes.prepend(baseline.first());
    const auto isShown = [&](int node) {
        const FactRow* file = fileOf(sheets.at(node), row.key);
        return file && isReadableByAll(*file) && isInOpenFolders(sheets.at(node), row.key);
    };
    return std::ranges::all_of(nodes, isShown) ? nodes : QList<int>();
}

} // namespace

QMap<int, TextsWanted> textsWanted(const GroupDrift& drift, const QList<FactSheet>& sheets)
{
    QMap<int, TextsWanted> wanted;
    int files = 0;
    for (const GroupDifference& row : drift.differences) {
        if (row.section != DriftSection::Files || !isShowablePath(row.key) || files == filesAtMost)
            continue;
        const QList<int> nodes = nodesToAsk(drift, row, sheets);
        files += nodes.isEmpty() ? 0 : 1;
        for (const int node : nodes) {
            const QString hash = fileOf(sheets.at(node), row.key)->fields.value(QStringLiteral("content"));
            wanted[node].insert(row.key, hash.toLatin1());
        }
    }
    return wanted;
}

void addTexts(GroupDrift& drift, const QMap<int, QMap<QByteArray, QByteArray>>& fetched)
{
    for (qsizetype at = 0; at < drift.differences.size(); ++at) {
        const GroupDifference row = drift.differences.at(at);
        if (row.section != DriftSection::Files)
            continue;
        const QList<int> baseline = nodesAsBaseline(drift, row, 1);
        const QByteArray was = baseline.isEmpty() ? QByteArray() : fetched.value(baseline.first()).value(row.key);
        if (was.isNull())
            continue;
        QHash<QByteArray, QString> shown; // nodes that have the same share one text
        const auto text = [&shown](const QByteArray& bytes) {
            auto known = shown.constFind(bytes);
            return known == shown.constEnd() ? *shown.insert(bytes, showableText(bytes)) : *known;
        };
        for (NodeDifference& differs : drift.differences[at].differs) {
            const QByteArray is = fetched.value(differs.node).value(row.key);
            if (is.isNull())
                continue;
            differs.difference.baselineText = text(was);
            differs.difference.actualText = text(is);
        }
    }
}

} // namespace snowmelt
