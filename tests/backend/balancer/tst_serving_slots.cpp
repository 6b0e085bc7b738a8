// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/balancer/serving_slots.h"

#include <QTest>

using namespace snowmelt;

/// The slots that serve, by what is written and by what runs.
class TestServingSlots : public QObject
{
    Q_OBJECT

private:
    const QString m_web = QStringLiteral("web");
    const QString m_host = QStringLiteral("10.0.0.1");

    static SlotState slot(const char* name, SlotMode mode, const QString& address, int port, bool up)
    {
        SlotState state;
        state.name = QString::fromLatin1(name);
        state.mode = mode;
        state.address = address;
        state.port = port;
        state.up = up;
        return state;
    }
    BalancerReading reading() const
    {
        BackendState backend;
        backend.group = m_web;
        backend.slots_ = {slot("a1", SlotMode::Ready, m_host, 8080, true),
                          slot("a2", SlotMode::Ready, m_host, 8081, false),
                          slot("b1", SlotMode::Drain, m_host, 8082, false), slot("b2", SlotMode::Free, {}, 0, false)};
        BalancerReading out;
        out.backends = {backend};
        return out;
    }
    BalancerConfig config() const
    {
        const BackendPlacement backend{m_web,
                                       QStringLiteral("/healthz"),
                                       2,
                                       {{QStringLiteral("a1"), m_host, 8080, SlotMode::Ready},
                                        {QStringLiteral("a2"), m_host, 8081, SlotMode::Ready},
                                        {QStringLiteral("b1"), m_host, 8082, SlotMode::Drain}}};
        return {80, {backend}};
    }

private Q_SLOTS:
    /// A node that is not well right now takes traffic as soon as it is: its slot serves.
    void readyServes()
    {
        const ServingSlots both{{QStringLiteral("a1"), QStringLiteral("10.0.0.1:8080")},
                                {QStringLiteral("a2"), QStringLiteral("10.0.0.1:8081")}};
        const BalancerTruth truth = balancerTruth(config(), reading(), m_web);
        QVERIFY(truth.known);
        QCOMPARE(truth.runtime, both);
        QCOMPARE(truth.config, both);
        QCOMPARE(truth.listen, 80);
        QCOMPARE(truth.healthPath, QStringLiteral("/healthz"));
    }

    void anEditIsSeen()
    {
        BalancerConfig edited = config();
        edited.backends.first().placements[0].port = 9090;
        const BalancerTruth truth = balancerTruth(edited, reading(), m_web);
        QCOMPARE(truth.config.value(QStringLiteral("a1")), QStringLiteral("10.0.0.1:9090"));
        QVERIFY(truth.config != truth.runtime);
    }

    void aGroupThatOneDoesNotKnowIsNotCompared()
    {
        BalancerConfig without = config();
        without.backends.clear();
        QVERIFY(!balancerTruth(without, reading(), m_web).known);
        QVERIFY(!balancerTruth(config(), {}, m_web).known);
        QVERIFY(!balancerTruth(config(), {}, m_web).unread.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestServingSlots)
#include "tst_serving_slots.moc"
