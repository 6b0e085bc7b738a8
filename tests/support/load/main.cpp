// SPDX-License-Identifier: GPL-3.0-or-later
// snowmelt-load HOST PORT [SECONDS]: a load that never retries, until SIGTERM or SECONDS (60); prints what it counted.
#include "tests/support/load/load_client.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv)
{
    if (argc < 3) {
        std::fputs("usage: snowmelt-load HOST PORT [SECONDS]\n", stderr);
        return 64;
    }
    snowmelt::test::LoadPlan plan;
    plan.host = argv[1];
    plan.port = std::atoi(argv[2]);
    plan.mostSeconds = argc > 3 ? std::atoi(argv[3]) : 60;
    plan.pauseMicros = 500;

    // Blocked before the threads start, so that only this one gets it.
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    snowmelt::test::LoadClient client(plan);
    client.start();
    const timespec limit{plan.mostSeconds, 0};
    sigtimedwait(&ends, nullptr, &limit);
    const auto counts = client.stop();
    std::printf("%llu requests, %llu failed (%llu fresh GET, %llu keep-alive GET, %llu POST acknowledged)\n",
                static_cast<unsigned long long>(counts.requests()), static_cast<unsigned long long>(counts.failed),
                static_cast<unsigned long long>(counts.freshGets), static_cast<unsigned long long>(counts.keptGets),
                static_cast<unsigned long long>(counts.postsAcknowledged));
    for (const auto& [version, answers] : counts.versions)
        std::printf("  %llu answers from %s\n", static_cast<unsigned long long>(answers), version.c_str());
    for (const auto& [reason, times] : counts.failures)
        std::printf("  %llu × %s\n", static_cast<unsigned long long>(times), reason.c_str());
    return counts.failed == 0 ? 0 : 1;
}
