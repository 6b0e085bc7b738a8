// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/host_key_model.h"

namespace snowmelt {

namespace {

TreeRow hostKeyRow(const AccessQuestion& question)
{
    TreeRow row;
    row.key = question.id;
    row.texts = QStringList{question.host, question.subject, question.fingerprint};
    row.roles.insert(IdRole, question.id);
    return row;
}

} // namespace

HostKeyModel::HostKeyModel(QObject* parent) : KeyedTreeModel(ColumnCount, parent)
{
    setHeaders({tr("Host"), tr("Key"), tr("Fingerprint")});
}

void HostKeyModel::setQuestions(const QList<OpenQuestion>& open)
{
    m_questions.clear();
    QList<TreeRow> rows;
    QSet<QString> ids;
    for (const OpenQuestion& one : open) {
        if (one.question.kind != AccessKind::HostKey)
            continue;
        m_questions.append(one);
        rows.append(hostKeyRow(one.question));
        ids.insert(one.question.id);
    }
    m_chosen.intersect(ids);
    setRows(rows);
    Q_EMIT chosenChanged();
}

void HostKeyModel::chooseAll(bool chosen)
{
    for (int row = 0; row < rowCount(); ++row)
        setData(index(row, Host), chosen ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
}

QList<OpenQuestion> HostKeyModel::chosen() const
{
    QList<OpenQuestion> found;
    for (const OpenQuestion& one : m_questions) {
        if (m_chosen.contains(one.question.id))
            found.append(one);
    }
    return found;
}

QStringList HostKeyModel::files() const
{
    QStringList found;
    for (const OpenQuestion& one : m_questions) {
        if (!one.question.file.isEmpty() && !found.contains(one.question.file))
            found.append(one.question.file);
    }
    return found;
}

QVariant HostKeyModel::data(const QModelIndex& index, int role) const
{
    if (role == Qt::CheckStateRole && index.isValid() && index.column() == Host)
        return m_chosen.contains(KeyedTreeModel::data(index, IdRole).toString()) ? Qt::Checked : Qt::Unchecked;
    return KeyedTreeModel::data(index, role);
}

bool HostKeyModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() || index.column() != Host)
        return false;
    const QString id = index.data(IdRole).toString();
    if (value.toInt() == Qt::Checked)
        m_chosen.insert(id);
    else
        m_chosen.remove(id);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
    return true;
}

Qt::ItemFlags HostKeyModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags plain = KeyedTreeModel::flags(index);
    return index.isValid() && index.column() == Host ? plain | Qt::ItemIsUserCheckable : plain;
}

} // namespace snowmelt
