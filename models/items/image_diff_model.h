// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/image/image_diff.h"
#include "models/items/keyed_tree_model.h"

namespace snowmelt {

/// What differs between two images, a group for each part that differs. KindRole: int(ImagePart); StateRole of a
/// difference: int(ImageChange). Files that a package brought are one row, "340 files of packages that differ", and
/// listed below it. Who changed the recipe comes last, a row for each commit.
class ImageDiffModel final : public KeyedTreeModel
{
    Q_OBJECT
public:
    enum Column { Thing, Change, Values, ColumnCount };

    explicit ImageDiffModel(QObject* parent = nullptr);
    /// Differences with this text in a thing, a value or a package's name, whatever the case; empty: all.
    void setFilter(const QString& text);
    void setDiff(const ImageDiff& diff);
    const ImageDiff& diff() const { return m_diff; }
    int shownRows() const { return m_shown; } ///< differences, without titles
    /// Rows as lines, fields parted by tabs.
    QString textOf(const QModelIndexList& rows) const;
    QString textOfAll() const; ///< of what is shown, with titles

private:
    void fill();
    bool isWanted(const ImageDifference& difference) const;
    TreeRow partRow(ImagePart part, const QList<ImageDifference>& differences) const;
    QList<TreeRow> trailRows() const;

    ImageDiff m_diff;
    QString m_filter;
    int m_shown = 0;
};

} // namespace snowmelt
