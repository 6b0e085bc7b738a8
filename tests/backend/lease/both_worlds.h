// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/backend/lease/lease_world.h"

#include <QTest>

namespace snowmelt::test {

inline const QString web = QStringLiteral("web");
inline const LeaseRequest pausing{Command::Pause, QStringLiteral("jun@desk"), 0};

/// Rows for what must hold with real files under a real shell and with what stands for them.
inline void bothWorlds()
{
    QTest::addColumn<bool>("isReal");
    QTest::newRow("memory") << false;
    QTest::newRow("shell") << true;
}

} // namespace snowmelt::test
