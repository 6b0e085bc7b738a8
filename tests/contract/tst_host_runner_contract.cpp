// SPDX-License-Identifier: GPL-3.0-or-later
// A build host on a real sshd, by the suite of what builds tiers: as root, and as an ordinary user with a user
// namespace.
#include "tests/backend/buildhost/loop_host.h"
#include "tests/contract/runner_contract.h"

#include <QStandardPaths>

using namespace snowmelt;
using namespace snowmelt::contract;

namespace {

RunnerSubject subjectOf(const std::shared_ptr<test::LoopHost>& host)
{
    RunnerSubject subject;
    subject.runner = [host](const QString&) { return host->runner(); };
    subject.left = [host] { return host->left(); };
    return subject;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    RunnerContract root([] { return subjectOf(std::make_shared<test::LoopHost>()); });
    int failed = QTest::qExec(&root, argc, argv);
    if (::geteuid() != 0 || QStandardPaths::findExecutable(QStringLiteral("newuidmap")).isEmpty())
        return failed; // no user can be made here who could be root of a namespace
    const test::OrdinaryUser user;
    RunnerContract rootless([&user] {
        test::openPrograms();
        return subjectOf(std::make_shared<test::LoopHost>(qEnvironmentVariable("PATH"), &user));
    });
    failed += QTest::qExec(&rootless, argc, argv);
    return failed;
}
