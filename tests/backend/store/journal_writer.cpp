// SPDX-License-Identifier: GPL-3.0-or-later
// Appends numbered steps to the journal in argv[1] for ever and says each number once append() has returned.
#include "backend/store/journal.h"

#include <QCoreApplication>

#include <cstdio>

using namespace snowmelt;

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    auto journal = Journal::open(app.arguments().at(1));
    if (!journal)
        return 1;
    const auto append = [&](const EventBody& body) {
        return (*journal)->append({u"op"_qs, QDateTime::currentDateTimeUtc(), body}).ok();
    };
    if (!append(Started{u"swap"_qs, u"shop"_qs, u"web"_qs}))
        return 1;
    for (int number = 0;; ++number) {
        if (!append(StepBegun{number, StepKind::CreateNodes}))
            return 1;
        std::printf("%d\n", number);
        std::fflush(stdout);
    }
}
