// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/images_model.h"

#include "models/document/fleet_document.h"
#include "models/items/item_text.h"
#include "models/wording/wording.h"

#include <QDateTime>

#include <algorithm>

namespace snowmelt {

namespace {

TreeRow rowOf(const ImageRef& ref, const ImageRecord* record)
{
    TreeRow row;
    row.key = ref.text();
    row.texts = QStringList{imageText(ref), {}, {}, {}};
    row.roles.insert(IdRole, ref.text());
    if (!record)
        return row;
    row.texts[1] = imageStateText(*record);
    if (record->digest.isNull())
        return row;
    row.texts[2] = sizeText(record->size);
    row.texts[3] = clockText(record->builtAt, QDateTime::currentDateTimeUtc());
    return row;
}

/// Numbers and times end at one edge, and so do their headers.
QVariant alignmentOf(int column)
{
    return column < 2 ? QVariant() : QVariant(Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace

ImagesModel::ImagesModel(FleetDocument* document, QObject* parent) : KeyedTreeModel(4, parent), m_document(document)
{
    setHeaders({tr("Image"), tr("State"), tr("Size"), tr("Built")});
    connect(document, &FleetDocument::opened, this, &ImagesModel::follow);
    connect(document, &FleetDocument::imagesChanged, this, &ImagesModel::follow);
    follow();
}

QVariant ImagesModel::data(const QModelIndex& index, int role) const
{
    return role == Qt::TextAlignmentRole ? alignmentOf(index.column()) : KeyedTreeModel::data(index, role);
}

QVariant ImagesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return role == Qt::TextAlignmentRole ? alignmentOf(section)
                                         : KeyedTreeModel::headerData(section, orientation, role);
}

void ImagesModel::follow()
{
    QList<TreeRow> rows;
    const QList<ImageSource>& sources = m_document->blueprint().images;
    const QList<ImageRecord>& images = m_document->images();
    for (auto source = sources.rbegin(); source != sources.rend(); ++source) {
        const auto record = std::find_if(images.begin(), images.end(),
                                         [&](const ImageRecord& image) { return image.ref == source->ref; });
        rows.append(rowOf(source->ref, record == images.end() ? nullptr : &*record));
    }
    setRows(rows);
}

} // namespace snowmelt
