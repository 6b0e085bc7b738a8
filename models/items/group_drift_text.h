// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/group_drift.h"

#include <QCoreApplication>

namespace snowmelt {

/// The sentences around a comparison of nodes.
class GroupDriftText
{
    Q_DECLARE_TR_FUNCTIONS(GroupDriftText)

public:
    /// "web", or "web-1, web-2 and 3 more" of nodes that were picked.
    static QString subject(const GroupDrift& drift);
    static QString title(const GroupDrift& drift);          ///< "web: 3 of 8 nodes differ"
    static QString against(const GroupDrift& drift);        ///< "against what most have"
    static QString baselineHeader(const GroupDrift& drift); ///< "Most have", "web-3 has"
    /// "5 nodes are alike"; empty: none is.
    static QString alike(const GroupDrift& drift);
    /// "3 differences hidden by 2 rules of the blueprint"; empty: none is.
    static QString hidden(const GroupDrift& drift);
    static QString hiddenBy(const IgnoreRule& rule);     ///< "hidden by Files /etc/motd"
    static QString onlyHidden(const GroupDrift& drift);  ///< "2 nodes differ in nothing else than what is hidden"
    static QStringList expired(const GroupDrift& drift); ///< a sentence for each rule that is over
    /// "2 could not be looked at, 1 not in full"; empty: everything was seen.
    static QString incomplete(const GroupDrift& drift);
    /// A line for each node that could not be seen in full, with why.
    static QStringList unseenLines(const GroupDrift& drift);
    static QString asBaseline(int nodes); ///< "5 nodes have it so"
    static QString same();
    static QString unseen(const QString& why);
    static QString noMajority();
    static QString changed(const NodeDifference& one); ///< "changed 2026-11-20 14:03"; empty: not known when
    static QString names(const QStringList& nodes);    ///< the first few of them
};

} // namespace snowmelt
