// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/orphan.h"
#include "models/items/keyed_tree_model.h"

#include <QSet>

namespace snowmelt {

/// What nothing refers to, each with a check box. Columns: name, kind, image, age, size, why it is listed.
/// Roles: IdRole is the name, DetailRole why it could not be removed.
class OrphanModel final : public KeyedTreeModel
{
    Q_OBJECT
public:
    enum Column { Name, Kind, Image, Age, Size, Why, ColumnCount };

    explicit OrphanModel(QObject* parent = nullptr);
    /// What is not listed any more is not chosen any more.
    void setOrphans(const QList<Orphan>& orphans, const QDateTime& now);
    /// Why a removal failed, by name.
    void setTrouble(const QHash<QString, QString>& trouble);
    void chooseAll(bool chosen);

    const QList<Orphan>& orphans() const { return m_orphans; }
    QList<Orphan> chosen() const; ///< in their order

    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void chosenChanged();

private:
    void show();

    QList<Orphan> m_orphans;
    QDateTime m_now;
    QHash<QString, QString> m_trouble;
    QSet<QString> m_chosen;
};

QString orphanKindText(OrphanKind kind);

} // namespace snowmelt
