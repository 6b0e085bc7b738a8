// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineage_model.h"

#include "models/document/fleet_document.h"
#include "models/domain/image/lineage.h"
#include "models/items/item_text.h"

#include <QDateTime>

#include <algorithm>

namespace snowmelt {

namespace {

using NodesOf = QHash<Digest, QStringList>;

NodesOf nodesByDigest(const FleetState& fleet)
{
    NodesOf nodes;
    for (const NodeState* node : fleet.allNodes())
        if (!node->digest.isNull())
            nodes[node->digest] << node->name;
    return nodes;
}

LineageModel::State stateOf(const ImageRecord& image)
{
    if (image.digest.isNull())
        return LineageModel::State::NotBuilt;
    return image.stale ? LineageModel::State::Stale : LineageModel::State::Built;
}

/// Numbers and times end at one edge, and so do their headers.
bool isNumber(int column)
{
    return column >= LineageModel::Size && column <= LineageModel::Built;
}

} // namespace

LineageModel::LineageModel(FleetDocument* document, QObject* parent)
    : KeyedTreeModel(ColumnCount, parent), m_document(document)
{
    setHeaders({tr("Image"), tr("State"), tr("Size"), tr("Own"), tr("Packages"), tr("Serves after"), tr("Built"),
                tr("Nodes"), tr("Digest")});
    connect(document, &FleetDocument::opened, this, &LineageModel::follow);
    connect(document, &FleetDocument::imagesChanged, this, &LineageModel::follow);
    connect(document, &FleetDocument::fleetChanged, this, &LineageModel::follow);
    follow();
}

QVariant LineageModel::data(const QModelIndex& index, int role) const
{
    if (role == Qt::TextAlignmentRole && isNumber(index.column()))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::ToolTipRole)
        return KeyedTreeModel::data(index, role);
    if (index.column() == DigestColumn)
        return imageAt(index).digest.text();
    return index.column() == Nodes ? KeyedTreeModel::data(index, Qt::DisplayRole) : QVariant();
}

QVariant LineageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && isNumber(section))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Own)
        return tr("What it adds to the image it is born from");
    if (role == Qt::ToolTipRole && section == Serves)
        return tr("From the start of a node until it served, when the image was tried");
    return KeyedTreeModel::headerData(section, orientation, role);
}

ImageRecord LineageModel::imageAt(const QModelIndex& index) const
{
    const QString ref = index.siblingAtColumn(0).data(IdRole).toString();
    const QList<ImageRecord>& images = m_document->images();
    const auto found = std::ranges::find(images, ref, [](const ImageRecord& image) { return image.ref.text(); });
    return index.isValid() && found != images.end() ? *found : ImageRecord();
}

QModelIndex LineageModel::indexOf(const ImageRef& ref) const
{
    return find(IdRole, ref.text());
}

void LineageModel::follow()
{
    const NodesOf nodes = nodesByDigest(m_document->fleet());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto rowOf = [&](const ImageRecord& image) {
        TreeRow row;
        row.key = image.ref.text();
        row.roles.insert(IdRole, row.key);
        row.roles.insert(StateRole, int(stateOf(image)));
        row.texts = QStringList{imageText(image.ref), buildStateText(image)};
        if (image.digest.isNull())
            return row;
        row.texts += {sizeText(image.size),
                      sizeText(image.ownSize),
                      QString::number(image.packages),
                      image.serveMs > 0 ? durationText(image.serveMs) : QString(),
                      clockText(image.builtAt, now),
                      nodes.value(image.digest).join(QStringLiteral(", ")),
                      image.digest.shortHex()};
        return row;
    };
    // Depth first: the row a child hangs from is the last one of each depth above it.
    QList<TreeRow> roots;
    QList<QList<TreeRow>*> levels{&roots};
    for (const LineageRow& one : lineageOf(m_document->images())) {
        levels.resize(one.depth + 1);
        levels.last()->append(rowOf(one.image));
        levels.append(&levels.last()->last().children);
    }
    setRows(roots);
}

} // namespace snowmelt
