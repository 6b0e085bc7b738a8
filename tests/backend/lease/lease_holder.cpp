// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the lease of "web" in the folder argv[1], notes a deployment, keeps it for ever and says so.
#include "backend/lease/lease_keeper.h"
#include "tests/backend/lease/lease_world.h"

#include <QCoreApplication>

#include <cstdio>

using namespace snowmelt;

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    test::LocalExec exec;
    NodeFacts edge;
    edge.name = QStringLiteral("edge");
    const auto store = std::make_shared<ExecLeaseStore>(&exec, edge, QFile::encodeName(app.arguments().at(1)));
    const auto leases = std::make_shared<FleetLeases>(store, QStringLiteral("shop"), test::quick());
    const Result<HeldLease> held = test::wait(leases->take(QStringLiteral("web"), test::mina(), {}, test::soon()));
    if (!held)
        return 1;
    const LeaseKeeper keeper(leases, *held,
                             {[](Command, const QString&, int) { return std::nullopt; }, [](const Error&) {}});
    const LeaseNote note{{{QStringLiteral("deployment"), QStringLiteral("d1")}}, 5, false};
    if (!test::wait(leases->note(held->token, note, test::soon())))
        return 1;
    std::puts("held");
    std::fflush(stdout);
    return app.exec();
}
