// SPDX-License-Identifier: GPL-3.0-or-later
// This machine, by the suite of what builds tiers.
#include "backend/image/local_runner.h"
#include "tests/contract/runner_contract.h"

using namespace snowmelt;
using namespace snowmelt::contract;

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QString last;
    RunnerContract suite([&last] {
        last.clear();
        RunnerSubject subject;
        subject.runner = [&last](const QString& home) {
            last = home;
            return std::make_shared<LocalRunner>(home);
        };
        subject.left = [&last] {
            return !last.isEmpty() && sample::anybodyIn(last) ? QStringLiteral("processes") : QString();
        };
        return subject;
    });
    return QTest::qExec(&suite, argc, argv);
}
