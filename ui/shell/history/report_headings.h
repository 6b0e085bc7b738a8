// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace snowmelt {

/// What the parts of a report are called, on its page and where it is copied to.
class ReportHeadings
{
    Q_DECLARE_TR_FUNCTIONS(ReportHeadings)

public:
    static QString traffic() { return tr("Requests"); }
    static QString unseen() { return tr("What these counters cannot see"); }
    static QString steps() { return tr("Steps"); }
    static QString asked() { return tr("What people asked of it"); }
    static QString nobodyAsked() { return tr("Nobody told it anything while it ran."); }
    static QString edited() { return tr("Edited by hand while it ran"); }
    static QString accepted() { return tr("Warnings accepted before the start"); }
    static QString nodes() { return tr("Nodes"); }
};

} // namespace snowmelt
