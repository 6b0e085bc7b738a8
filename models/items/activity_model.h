// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/keyed_tree_model.h"

namespace snowmelt {

class FleetDocument;
struct OperationState;

/// StateRole of an activity.
enum class ActivityState { Running, Cancelling, Done, Differences, Failed, Cancelled };

/// Operations, newest first, while they run and after. Columns: title, what it does or did, progress, elapsed, began.
/// Roles: IdRole, StateRole, FractionRole, StartedAtRole (only while it runs).
class ActivityModel final : public KeyedTreeModel
{
    Q_OBJECT
public:
    enum Column { Title, What, Progress, Elapsed, Began, ColumnCount };

    explicit ActivityModel(FleetDocument* document, QObject* parent = nullptr);
    void retranslate();

private:
    void follow();
    FleetDocument* m_document;
};

/// "Creating web-4" while it runs; afterwards how it ended and what is safe.
QString activityText(const OperationState& operation);

} // namespace snowmelt
