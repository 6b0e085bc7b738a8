// SPDX-License-Identifier: GPL-3.0-or-later
// Hosts that were there before, by the suite of Observe and Exec: one next to this machine, one behind a jump host.
#include "backend/platform/ssh/ssh_platform.h"
#include "models/domain/blueprint/parse_blueprint.h"
#include "tests/contract/reach_contract.h"
#include "tests/support/host_farm.h"
#include "tests/support/nobody_to_ask.h"

#include <QCoreApplication>
#include <QTest>

using namespace snowmelt;
using namespace snowmelt::contract;

namespace {

const FleetKey fleet{QStringLiteral("contract"), QStringLiteral("contract")};

/// Whoever watches waits; the suite does not.
HostTiming atOnce()
{
    using namespace std::chrono_literals;
    HostTiming timing;
    timing.fresh = 0ms;
    timing.retry = 0ms;
    return timing;
}

ReachSubject subjectOf(test::HostFarm& farm, test::NobodyToAsk& nobody, const QString& node)
{
    const QByteArray text = "snowmelt: 1\nname: contract\nplatform: {kind: ssh}\n"
                            "groups: {web: {hosts: [plain, gate, hidden], port: 80}}\n";
    auto platform = std::make_shared<SshPlatform>(&nobody, atOnce(), farm.person());
    platform->know(fleet, parseBlueprint(text, QStringLiteral("/x/contract.yaml")).value);
    ReachSubject subject{platform, fleet, node, {}, std::chrono::seconds(60), {}};
    subject.setRunning = [&farm, node](bool running) { return farm.setRunning(node, running); };
    return subject;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    test::HostFarm farm;
    test::NobodyToAsk nobody;
    if (!farm.fault().isEmpty()) {
        qWarning("skipped: %s", qPrintable(farm.fault()));
        return 0;
    }
    ReachContract straight([&] { return subjectOf(farm, nobody, QStringLiteral("plain")); });
    ReachContract jumping([&] { return subjectOf(farm, nobody, QStringLiteral("hidden")); });
    const int failed = QTest::qExec(&straight, argc, argv) + QTest::qExec(&jumping, argc, argv);
    QCoreApplication::processEvents(); // connections that were being closed are freed from the loop
    return failed;
}
