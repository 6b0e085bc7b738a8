// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/fact_sheet.h"

#include <QHash>
#include <QMutex>

namespace snowmelt {

/// Nodes that should be alike are alike in nearly everything: with one pool, what their sheets say alike is held once.
/// From any thread.
class RowPool
{
public:
    /// The same sheet, with keys and fields that another sheet of this pool has too held once.
    void share(FactSheet& sheet);

private:
    using Fields = QMap<QString, QString>;
    using Rows = QHash<QByteArray, QList<Fields>>; ///< by key, each way in which some node has it

    QMutex m_mutex;
    QHash<DriftSection, Rows> m_rows;
};

} // namespace snowmelt
