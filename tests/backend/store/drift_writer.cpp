// SPDX-License-Identifier: GPL-3.0-or-later
// Notes scans in the drift store in argv[1] for ever and says the number of each once it is noted. All of one scan's
// differences are gone with the next.
#include "backend/store/drift_store.h"
#include "tests/backend/store/drift_sample.h"

#include <QCoreApplication>

#include <cstdio>

using namespace snowmelt;
using namespace snowmelt::sample;

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const auto store = DriftStore::open(app.arguments().at(1));
    for (int number = 1; store.ok(); ++number) {
        if (!(*store)->noteScan(u"shop"_qs, sightingOf(u"web-1"_qs, number, manyPaths(number))))
            return 1;
        std::printf("%d\n", number);
        std::fflush(stdout);
    }
    return 1;
}
