// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document/open_questions.h"
#include "models/items/keyed_tree_model.h"

#include <QSet>

namespace snowmelt {

/// Host keys that wait to be agreed to, each with a check box that nobody ticks but a person. Columns: host, type of
/// key, fingerprint. IdRole is the question's id.
class HostKeyModel final : public KeyedTreeModel
{
    Q_OBJECT
public:
    enum Column { Host, Type, Fingerprint, ColumnCount };

    explicit HostKeyModel(QObject* parent = nullptr);
    /// Of all that is open, the host keys. What came since is not chosen; what is not open any more is gone.
    void setQuestions(const QList<OpenQuestion>& open);
    void chooseAll(bool chosen);

    const QList<OpenQuestion>& questions() const { return m_questions; }
    QList<OpenQuestion> chosen() const; ///< in their order
    QStringList files() const;          ///< where the keys would be written, each once

    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void chosenChanged();

private:
    QList<OpenQuestion> m_questions;
    QSet<QString> m_chosen;
};

} // namespace snowmelt
