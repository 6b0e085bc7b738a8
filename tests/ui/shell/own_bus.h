// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

namespace snowmelt {

/// main() of a test that speaks on a session bus: it runs again inside one of its own, so that it meets nobody.
template <typename Test>
int onOwnBus(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("SNOWMELT_TEST_BUS")) {
        qputenv("SNOWMELT_TEST_BUS", "1");
        QStringList again{QStringLiteral("--")};
        for (int i = 0; i < argc; ++i)
            again += QString::fromLocal8Bit(argv[i]);
        return QProcess::execute(QStringLiteral("dbus-run-session"), again);
    }
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace snowmelt
