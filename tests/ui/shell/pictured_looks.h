// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/frame/settings.h"

#include <QTest>

namespace snowmelt {

/// Rows of a test that takes pictures of a window: columns "appearance" and "language".
inline void picturedLooks()
{
    QTest::addColumn<int>("appearance");
    QTest::addColumn<int>("language");
    QTest::newRow("light") << int(Appearance::Light) << int(Language::English);
    QTest::newRow("dark") << int(Appearance::Dark) << int(Language::English);
    QTest::newRow("ko") << int(Appearance::Light) << int(Language::Korean);
    QTest::newRow("dark-contrast") << int(Appearance::DarkContrast) << int(Language::English);
}

} // namespace snowmelt
