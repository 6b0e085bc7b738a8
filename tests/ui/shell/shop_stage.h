// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/shell/window_test.h"

#include <QTreeView>

namespace snowmelt {

/// The window over the shop, and what tests of it begin with.
class ShopStage : public WindowStage
{
public:
    QTreeView* tree() { return find<QTreeView>("fleetTree"); }

    void scanWeb2(DriftReport report = sample::driftReport(QStringLiteral("web-2")))
    {
        click("actionScanButton");
        const OperationId scan = operations.lastOf<ScanIntent>();
        QVERIFY(!scan.isEmpty());
        report.scannedAt = QDateTime::currentDateTimeUtc();
        operations.say(scan, NodeScanned{report});
        operations.finish(scan, OutcomeKind::Incomplete, Safety::Unchanged);
    }

    OperationId beginSwap()
    {
        operations.plan = sample::swapPlan(QStringLiteral("p"));
        click("actionSwapButton");
        acceptWarnings();
        click("startSwap");
        const OperationId swap = operations.lastOf<SwapIntent>();
        operations.say(swap, PlanMade{sample::swapPlan(swap)});
        return swap;
    }
};

} // namespace snowmelt
