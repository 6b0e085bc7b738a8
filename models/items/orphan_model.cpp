// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/orphan_model.h"

#include "models/items/item_text.h"
#include "models/wording/wording.h"

namespace snowmelt {

OrphanModel::OrphanModel(QObject* parent) : KeyedTreeModel(ColumnCount, parent)
{
    setHeaders({tr("Name"), tr("Kind"), tr("Image"), tr("Made"), tr("Size"), tr("Why it is listed")});
}

void OrphanModel::setOrphans(const QList<Orphan>& orphans, const QDateTime& now)
{
    m_orphans = orphans;
    m_now = now;
    QSet<QString> names;
    for (const Orphan& orphan : orphans)
        names.insert(orphan.name);
    m_chosen.intersect(names);
    show();
    Q_EMIT chosenChanged();
}

void OrphanModel::setTrouble(const QHash<QString, QString>& trouble)
{
    m_trouble = trouble;
    show();
}

void OrphanModel::show()
{
    QList<TreeRow> rows;
    for (const Orphan& orphan : std::as_const(m_orphans)) {
        const QString age = orphan.bornAt.isValid() ? ageText(orphan.bornAt, m_now) : tr("not known");
        const QString trouble = m_trouble.value(orphan.name);
        TreeRow row;
        row.key = QString(QString::number(int(orphan.kind)) + u'/' + orphan.name);
        row.texts = QStringList{orphan.name,
                                orphanKindText(orphan.kind),
                                imageText(orphan.image),
                                age,
                                orphan.size >= 0 ? sizeText(orphan.size) : QString(),
                                orphanReasonText(orphan.reason)};
        row.roles.insert(IdRole, orphan.name);
        row.roles.insert(Qt::ToolTipRole, orphan.deployment.isEmpty()
                                              ? QString()
                                              : tr("Made by the deployment %1").arg(orphan.deployment));
        if (!trouble.isEmpty())
            row.roles.insert(DetailRole, trouble);
        rows.append(row);
    }
    setRows(rows);
}

void OrphanModel::chooseAll(bool chosen)
{
    for (int row = 0; row < rowCount(); ++row)
        setData(index(row, Name), chosen ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
}

QList<Orphan> OrphanModel::chosen() const
{
    QList<Orphan> found;
    for (const Orphan& orphan : m_orphans) {
        if (m_chosen.contains(orphan.name))
            found.append(orphan);
    }
    return found;
}

QVariant OrphanModel::data(const QModelIndex& index, int role) const
{
    if (role == Qt::CheckStateRole && index.isValid() && index.column() == Name)
        return m_chosen.contains(KeyedTreeModel::data(index, IdRole).toString()) ? Qt::Checked : Qt::Unchecked;
    // Said in place of why it is listed, as it is shown.
    if (role == Qt::AccessibleTextRole && index.isValid() && index.column() == Why)
        return KeyedTreeModel::data(index, DetailRole);
    return KeyedTreeModel::data(index, role);
}

bool OrphanModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() || index.column() != Name)
        return false;
    const QString name = index.data(IdRole).toString();
    if (value.toInt() == Qt::Checked)
        m_chosen.insert(name);
    else
        m_chosen.remove(name);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
    return true;
}

Qt::ItemFlags OrphanModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags plain = KeyedTreeModel::flags(index);
    return index.isValid() && index.column() == Name ? plain | Qt::ItemIsUserCheckable : plain;
}

QString orphanKindText(OrphanKind kind)
{
    switch (kind) {
    case OrphanKind::Node:
        return OrphanModel::tr("node");
    case OrphanKind::Volume:
        return OrphanModel::tr("volume");
    case OrphanKind::Network:
        return OrphanModel::tr("network");
    case OrphanKind::Image:
        return OrphanModel::tr("image");
    case OrphanKind::Addresses:
        return OrphanModel::tr("addresses");
    }
    return {};
}

} // namespace snowmelt
