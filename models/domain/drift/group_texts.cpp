// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/group_texts.h"

#include "models/domain/drift/texts.h"

#include <QHash>

#include <algorithm>
#include <optional>

namespace snowmelt {

namespace {

constexpr int filesAtMost = 50;

bool isOfContent(const NodeDifference& differs)
{
    const QList<FieldChange>& fields = differs.difference.fields;
    return differs.difference.kind == DifferenceKind::Changed &&
           std::ranges::any_of(fields, [](const FieldChange& change) { return change.field == u"content"; });
}

/// What everybody on the node may read, and only that.
bool isReadableByAll(const FactRow& row)
{
    constexpr uint readByOthers = 04;
    bool ok = false;
    const uint mode = row.fields.value(QStringLiteral("mode")).toUInt(&ok, 8);
    return ok && (mode & readByOthers) != 0 && row.fields.value(QStringLiteral("type")) == u"file";
}

/// The first node that has it as the baseline: all such have the same.
std::optional<int> likeBaseline(const GroupDifference& row, int nodes)
{
    for (int node = 0; node < nodes; ++node) {
        const bool differs = std::ranges::find(row.differs, node, &NodeDifference::node) != row.differs.end();
        if (!differs && !row.unseen.contains(node))
            return node;
    }
    return std::nullopt;
}

const FactRow* fileOf(const FactSheet& sheet, const QByteArray& path)
{
    const auto table = sheet.tables.constFind(DriftSection::Files);
    if (table == sheet.tables.constEnd())
        return nullptr;
    const auto row = table->constFind(path);
    return row == table->constEnd() ? nullptr : &*row;
}

/// A file in a folder that not everybody may enter is not for everybody, whatever its own mode says.
bool areFoldersOpen(const FactSheet& sheet, const QByteArray& path)
{
    constexpr uint enteredByOthers = 01;
    for (qsizetype end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
        const FactRow* folder = fileOf(sheet, path.left(end));
        const uint mode = folder ? folder->fields.value(QStringLiteral("mode")).toUInt(nullptr, 8) : 0;
        if ((mode & enteredByOthers) == 0)
            return false;
    }
    return true;
}

/// The nodes whose texts a person wants beside each other; none when one of them must not be shown.
QList<int> nodesToAsk(const GroupDifference& row, const QList<FactSheet>& sheets)
{
    QList<int> nodes;
    for (const NodeDifference& differs : row.differs) {
        if (isOfContent(differs))
            nodes.append(differs.node);
    }
    const std::optional<int> baseline = likeBaseline(row, int(sheets.size()));
    if (nodes.isEmpty() || !baseline)
        return {};
    nodes.prepend(*baseline);
    const auto isShown = [&](int node) {
        const FactRow* file = fileOf(sheets.at(node), row.key);
        return file && isReadableByAll(*file) && areFoldersOpen(sheets.at(node), row.key);
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
        const QList<int> nodes = nodesToAsk(row, sheets);
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
    for (GroupDifference& row : drift.differences) {
        const std::optional<int> baseline = likeBaseline(row, int(drift.nodes.size()));
        const QByteArray was = baseline ? fetched.value(*baseline).value(row.key) : QByteArray();
        if (row.section != DriftSection::Files || was.isNull())
            continue;
        QHash<QByteArray, QString> shown; // nodes that have the same share one text
        const auto text = [&shown](const QByteArray& bytes) {
            auto known = shown.constFind(bytes);
            return known == shown.constEnd() ? *shown.insert(bytes, showableText(bytes)) : *known;
        };
        for (NodeDifference& differs : row.differs) {
            const QByteArray is = fetched.value(differs.node).value(row.key);
            if (is.isNull())
                continue;
            differs.difference.baselineText = text(was);
            differs.difference.actualText = text(is);
        }
    }
}

} // namespace snowmelt
