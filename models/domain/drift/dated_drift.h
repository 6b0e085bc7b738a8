// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/drift_history.h"

#include <QMap>
#include <QSet>

namespace snowmelt {

/// When the scans of a node last saw a section, and since when they do not see single things of it.
struct SectionSighting
{
    QDateTime seenAt;                  ///< UTC, the last scan that saw the section
    QMap<QByteArray, QDateTime> blind; ///< what that scan could not see → the last one that did; null: none did
    bool operator==(const SectionSighting&) const = default;
};

/// A difference as it is kept: a rule that hides it takes it from view, not from the record.
struct KeptDifference
{
    DatedDifference dated;
    bool hidden = false;
    bool operator==(const KeptDifference&) const = default;
};

/// What earlier scans of one node left.
struct NodePast
{
    QString identity; ///< of the node those scans saw; empty: none was scanned
    QMap<DriftSection, SectionSighting> sections;
    QList<KeptDifference> standing; ///< those that are not gone, by section, then key
    bool operator==(const NodePast&) const = default;
};

/// One scan of one node.
struct DriftSighting
{
    QString group;
    QString identity;            ///< another one: the node was born anew, or is compared with something else
    QSet<DriftSection> sections; ///< that were asked for
    DriftReport report;
};

/// The past with one more scan in it.
struct DatedReport
{
    NodePast past;
    QList<KeptDifference> gone; ///< those that stood and do not any more
};

/// Pure. What was not seen is neither there nor gone. A node with another identity begins anew: what it had is gone.
/// A difference keeps the causes it had when the report names none. Nothing of a scan that is older than the last.
DatedReport dated(const NodePast& past, const DriftSighting& sighting);

/// Pure. Of a node that is not there any more: all it had is gone.
QList<KeptDifference> allGone(const NodePast& past, const QDateTime& at);

} // namespace snowmelt
