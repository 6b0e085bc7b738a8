// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/backend/deploy/deploy_run.h"

#include <QTest>

namespace snowmelt::test {

inline const QString Blue = u"web-1 web-2 web-3"_qs;
inline const QString Green = u"web-4 web-5 web-6"_qs;

inline void compareLog(const DeployRun& run, const QString& expected)
{
    QCOMPARE(u'\n' + run.text() + u'\n', expected);
}

} // namespace snowmelt::test
