// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/handshake_gate.h"

#include <QtTest>

#include <algorithm>

using namespace snowmelt;

class TestHandshakeGate : public QObject
{
    Q_OBJECT

    using Passes = QList<std::shared_ptr<HandshakeGate::Pass>>;
    static qsizetype inside(const Passes& passes)
    {
        return std::ranges::count_if(passes, [](const auto& pass) { return pass && pass->isGranted(); });
    }

private Q_SLOTS:
    void aPlaceHasSixAndTheOthersWaitInOrder()
    {
        auto gate = std::make_shared<HandshakeGate>();
        Passes passes;
        int told = 0;
        for (int i = 0; i < 9; ++i)
            passes.append(gate->ask(QStringLiteral("a"), [&told] { ++told; }));
        auto other = gate->ask(QStringLiteral("b"), [] {});
        QCOMPARE(inside(passes), 6);
        QVERIFY(other->isGranted());
        passes[2].reset();
        QCOMPARE(inside(passes), 6);
        QVERIFY(passes.at(6)->isGranted());
        QVERIFY(!passes.at(7)->isGranted());
        passes[7].reset(); // gives up
        passes[0].reset();
        QVERIFY(passes.at(8)->isGranted());
        QTRY_COMPARE(told, 8);
    }

    void atMostSixtyFourOverall()
    {
        auto gate = std::make_shared<HandshakeGate>();
        Passes passes;
        for (int i = 0; i < 500; ++i)
            passes.append(gate->ask(QString::number(i), [] {}));
        QCOMPARE(inside(passes), 64);
        for (int i = 0; i < 500; ++i) {
            QVERIFY(passes.at(i)->isGranted());
            passes[i].reset();
            QCOMPARE(inside(passes), std::min(64, 499 - i));
        }
    }

    void whoRestsLetsOthersPassButNotAtItsOwnPlace()
    {
        auto gate = std::make_shared<HandshakeGate>();
        Passes passes;
        for (int i = 0; i < 64; ++i)
            passes.append(gate->ask(QString::number(i / 6), [] {}));
        auto elsewhere = gate->ask(QStringLiteral("elsewhere"), [] {});
        auto here = gate->ask(QStringLiteral("0"), [] {});
        QVERIFY(!elsewhere->isGranted());
        passes[0]->rest();
        QVERIFY(elsewhere->isGranted());
        passes[1]->rest();
        QVERIFY(!here->isGranted());
        passes[0]->goOn();
        passes[0].reset();
        passes[10].reset();
        QVERIFY(here->isGranted());
    }
};

QTEST_GUILESS_MAIN(TestHandshakeGate)
#include "tst_handshake_gate.moc"
