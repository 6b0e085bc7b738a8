// SPDX-License-Identifier: GPL-3.0-or-later
// Two people at two machines, each with a Snowmelt and a home of their own, and one fleet: they see each other, are
// kept apart, speak to each other's deployment, and one goes on where the other's machine died.
#include "models/domain/event_json.h"
#include "tests/support/lab.h"
#include "tests/support/second_machine.h"
#include "tests/support/shop_load.h"
#include "tests/support/terminal.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLocale>
#include <QTest>

using namespace snowmelt;
using namespace snowmelt::test;
using namespace std::chrono_literals;

namespace {

const QString web = QStringLiteral("web");
const QString fleetName = QStringLiteral("shared");
const QString english = QStringLiteral("en_US.UTF-8");
constexpr int gently = 5'000; ///< microseconds between two requests

enum Exit { Good = 0, Failed = 1, Different = 2, Held = 75, Turned = 130 };

/// The error that the last line of `--json` ends with.
std::optional<Error> errorOf(const Said& said)
{
    const QList<QString> lines = said.out.trimmed().split(u'\n');
    const Result<Event> event = eventFromJson(QJsonDocument::fromJson(lines.constLast().toUtf8()).object());
    const auto* finished = event ? std::get_if<Finished>(&event->body) : nullptr;
    return finished ? finished->error : std::nullopt;
}

} // namespace

class TestTwoMachines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void theSecondReachesTheFleet();
    void theSecondIsRefusedAndToldWhy();
    void theSecondSpeaksToTheFirst();
    void theSecondTurnsTheFirstRound();
    void whoeverIsKilledIsFollowed();
    void aTakeoverStopsItsHolder();
    void aPulledCableStopsItsHolder();

private:
    Terminal mina() const
    {
        return Terminal(QStringLiteral(SNOWMELT_PROGRAM), QFileInfo(labHome()).path())
            .with(QStringLiteral("SUDO_USER"), QStringLiteral("mina"));
    }
    /// The engine ends when it is idle, and with it what is forwarded: the second machine must never start one of its
    /// own.
    Terminal jun() const
    {
        (void)look(mina());
        return m_second->terminal().with(QStringLiteral("SUDO_USER"), QStringLiteral("jun"));
    }
    QStringList swapTo(const ImageRef& image, const QStringList& more = {}) const
    {
        return QStringList{QStringLiteral("swap"), web, QStringLiteral("--to"), image.text(), QStringLiteral("--yes")} +
               more + QStringList{m_blueprint};
    }
    QStringList tell(const QString& verb) const
    {
        QStringList call{verb, web};
        if (verb == u"rollback")
            call += QStringLiteral("--yes");
        return call + QStringList{m_blueprint};
    }
    QStringList resume(const QStringList& more) const
    {
        return QStringList{QStringLiteral("resume")} + more + QStringList{QStringLiteral("--yes"), m_blueprint};
    }
    /// Mina's deployment, at the bake.
    std::unique_ptr<QProcess> minaBakes(const Terminal& where, const ImageRef& image, int seconds = 900);
    std::optional<FleetState> look(const Terminal& where) const
    {
        return fleetOf(where.say({QStringLiteral("status"), QStringLiteral("--json"), m_blueprint}));
    }
    /// Images of the group's nodes that have traffic.
    QString serving() const;

    QString m_blueprint;
    QString m_told; ///< what the deployment has printed so far
    std::unique_ptr<SecondMachine> m_second;
    std::unique_ptr<LoadClient> m_load;
};

#define VERIFY_EXIT(said, status)                                                                                      \
    do {                                                                                                               \
        const Said ended = said;                                                                                       \
        QVERIFY2(ended.exit == status, qPrintable(ended.all()));                                                       \
    } while (false)

std::unique_ptr<QProcess> TestTwoMachines::minaBakes(const Terminal& where, const ImageRef& image, int seconds)
{
    auto swap = where.begin(swapTo(image, {QStringLiteral("--bake"), QString::number(seconds)}));
    m_told.clear();
    if (!waitForText(*swap, QStringLiteral("Watching green"), m_told, 240s))
        return nullptr;
    return swap;
}

QString TestTwoMachines::serving() const
{
    const std::optional<FleetState> fleet = look(mina());
    QStringList images;
    for (const NodeState& node : fleet ? fleet->findGroup(web)->nodes : QList<NodeState>()) {
        if (node.share > 0)
            images += node.image.text();
    }
    images.removeDuplicates();
    return images.join(u' ');
}

void TestTwoMachines::initTestCase()
{
    m_blueprint = copyShop(QStringLiteral(SNOWMELT_BINARY_DIR "/lab-blueprints/shared"), fleetName, 2);
    VERIFY_EXIT(mina().say({QStringLiteral("down"), QStringLiteral("--yes"), QStringLiteral("--volumes"), m_blueprint}),
                Good);
    for (const ImageRef& image : {shop100, shop110})
        VERIFY_EXIT(mina().say({QStringLiteral("build"), image.text(), m_blueprint}, 900s), Good);
    VERIFY_EXIT(mina().say({QStringLiteral("up"), m_blueprint}), Good);
    m_second = std::make_unique<SecondMachine>(QStringLiteral(SNOWMELT_PROGRAM),
                                               QStringLiteral(SNOWMELT_BINARY_DIR "/second-machine"));
    QVERIFY2(m_second->made, "network namespaces are needed");
    QVERIFY(m_second->join(labHome(), fleetName));
    const std::optional<FleetState> fleet = look(mina());
    QVERIFY(fleet);
    m_load = std::make_unique<LoadClient>(loadOf(*fleet, gently));
    m_load->start();
}

void TestTwoMachines::cleanupTestCase()
{
    if (m_load) {
        const LoadCounts counts = m_load->stop();
        qInfo("%s", qPrintable(describe(counts)));
        QVERIFY2(counts.failed == 0 && counts.requests() > 1000, qPrintable(describe(counts)));
    }
    if (m_second)
        (void)m_second->plugCable();
    m_second.reset();
    VERIFY_EXIT(mina().say({QStringLiteral("down"), QStringLiteral("--yes"), QStringLiteral("--volumes"),
                            QStringLiteral("--take-over"), QStringLiteral("the test is over"), m_blueprint}),
                Good);
}

/// By its own way: without the cable it sees nothing of the nodes.
void TestTwoMachines::theSecondReachesTheFleet()
{
    const Said scan = jun().say({QStringLiteral("scan"), m_blueprint});
    QVERIFY2(scan.exit == Good, qPrintable(scan.all())); // a lease that was held is no drift
    QVERIFY(m_second->pullCable());
    VERIFY_EXIT(jun().say({QStringLiteral("scan"), m_blueprint}), 3);
    QVERIFY(m_second->plugCable());
    VERIFY_EXIT(jun().say({QStringLiteral("scan"), m_blueprint}), Good);
}

void TestTwoMachines::theSecondIsRefusedAndToldWhy()
{
    const auto swap = minaBakes(mina(), shop110);
    QVERIFY2(swap, qPrintable(m_told));
    const QStringList up{QStringLiteral("up"), m_blueprint};
    const Said json = jun().say(up + QStringList{QStringLiteral("--json")});
    QVERIFY2(json.exit == Held, qPrintable(json.all()));
    const std::optional<Error> error = errorOf(json);
    QVERIFY2(error && error->code == ErrorCode::LeaseHeld && error->args.size() == 5, qPrintable(json.all()));
    QVERIFY2(error->args.at(1).startsWith(QStringLiteral("mina@")), qPrintable(error->args.join(u'|')));
    QVERIFY2(error->args.at(4).startsWith(QStringLiteral("swap web")), qPrintable(error->args.join(u'|')));
    const QDateTime since = QDateTime::fromString(error->args.at(2), Qt::ISODate);
    const QDateTime until = QDateTime::fromString(error->args.at(3), Qt::ISODate);
    QVERIFY2(since.isValid() && since < until, qPrintable(error->args.join(u'|')));

    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); // the sentence has a time in it
    const Said said = jun().speaking(english).say(up);
    QVERIFY2(said.exit == Held, qPrintable(said.all()));
    const QString missing = missingIn(said, english, *error, Safety::NothingTouched);
    QVERIFY2(missing.isEmpty(), qPrintable(missing));
    VERIFY_EXIT(jun().say({QStringLiteral("down"), QStringLiteral("--yes"), m_blueprint}), Held);
    VERIFY_EXIT(jun().say(tell(QStringLiteral("rollback"))), Good);
    QCOMPARE(Terminal::end(*swap).exit, int(Turned)); // it did not do what it was begun for
    QCOMPARE(serving(), shop100.text());
}

void TestTwoMachines::theSecondSpeaksToTheFirst()
{
    const auto swap = minaBakes(mina(), shop110);
    QVERIFY2(swap, qPrintable(m_told));
    VERIFY_EXIT(jun().say(tell(QStringLiteral("pause"))), Good);
    QVERIFY2(waitForText(*swap, QStringLiteral("jun@"), m_told, 30s), qPrintable(m_told));
    const Said again = jun().say({QStringLiteral("pause"), QStringLiteral("--json"), web, m_blueprint});
    QVERIFY2(again.exit == Failed, qPrintable(again.all()));
    const Error paused{ErrorCode::NotNow, {QStringLiteral("pause"), web, QStringLiteral("paused")}, {}};
    QCOMPARE(errorOf(again), std::optional(paused));
    VERIFY_EXIT(jun().say(tell(QStringLiteral("continue"))), Good);
    VERIFY_EXIT(jun().say(tell(QStringLiteral("continue"))), Failed);
    QCOMPARE(swap->state(), QProcess::Running);
    VERIFY_EXIT(jun().say(tell(QStringLiteral("rollback"))), Good);
    (void)Terminal::end(*swap);
    QCOMPARE(serving(), shop100.text());
    // Nobody works there any more.
    VERIFY_EXIT(jun().say(tell(QStringLiteral("pause"))), Failed);
}

/// Seen from the other side: the holder is in the namespace.
void TestTwoMachines::theSecondTurnsTheFirstRound()
{
    const auto swap = minaBakes(jun(), shop110);
    QVERIFY2(swap, qPrintable(m_told));
    const Said json = mina().say({QStringLiteral("up"), QStringLiteral("--json"), m_blueprint});
    QVERIFY2(json.exit == Held && errorOf(json)->args.at(1).startsWith(QStringLiteral("jun@")), qPrintable(json.all()));
    VERIFY_EXIT(mina().say(tell(QStringLiteral("rollback"))), Good);
    (void)Terminal::end(*swap);
    QCOMPARE(serving(), shop100.text());
}

/// kill -9 while green is watched. The other machine has nothing in its journal: what it needs lies with the lease.
void TestTwoMachines::whoeverIsKilledIsFollowed()
{
    const auto swap = minaBakes(mina(), shop110, 20);
    QVERIFY2(swap, qPrintable(m_told));
    swap->kill();
    QCOMPARE(Terminal::end(*swap).exit, -1);
    // For all that jun's machine can know, mina's is only slow.
    const QStringList goOn{QStringLiteral("--group"), web, QStringLiteral("--continue")};
    VERIFY_EXIT(jun().say(resume(goOn)), Held);
    const QString reason = QStringLiteral("mina's laptop died");
    const Said taken = jun().say(resume(goOn + QStringList{QStringLiteral("--take-over"), reason}));
    QVERIFY2(taken.exit == Good, qPrintable(taken.all()));
    QCOMPARE(serving(), shop110.text());
    // Who was followed has nothing open any more, and may act again.
    const Said nothing = mina().say({QStringLiteral("resume"), m_blueprint});
    QVERIFY2(nothing.exit == Good, qPrintable(nothing.all()));
    VERIFY_EXIT(mina().say(swapTo(shop100)), Good);
    QCOMPARE(serving(), shop100.text());
}

/// Of a holder that lives: it stops while it watches green, leaves both sides, and who took over ends it.
void TestTwoMachines::aTakeoverStopsItsHolder()
{
    const auto swap = minaBakes(mina(), shop110);
    QVERIFY2(swap, qPrintable(m_told));
    QElapsedTimer clock;
    const auto taken = jun().begin(resume({QStringLiteral("--group"), web, QStringLiteral("--roll-back"),
                                           QStringLiteral("--take-over"), QStringLiteral("mina went home")}));
    QString told;
    QVERIFY2(waitForText(*taken, QStringLiteral("mina@"), told, 60s), qPrintable(told)); // whose it was
    clock.start();
    const Said stopped = Terminal::end(*swap, 60s);
    qInfo("the former holder ended %lld ms after the takeover was told", clock.elapsed());
    QVERIFY2(stopped.exit == Failed && stopped.all().contains(QStringLiteral("mina went home")),
             qPrintable(stopped.all()));
    VERIFY_EXIT(Terminal::end(*taken), Good);
    QCOMPARE(serving(), shop100.text());
    VERIFY_EXIT(mina().say({QStringLiteral("resume"), m_blueprint}), Good); // nothing is open there any more
}

/// A holder that cannot reach the fleet stops as soon as its lease has expired, and changes nothing any more.
void TestTwoMachines::aPulledCableStopsItsHolder()
{
    const auto swap = minaBakes(jun(), shop110);
    QVERIFY2(swap, qPrintable(m_told));
    QVERIFY(m_second->pullCable());
    QElapsedTimer clock;
    clock.start();
    const Said stopped = Terminal::end(*swap, 600s);
    qInfo("without its cable the holder stopped after %lld s", clock.elapsed() / 1000);
    QVERIFY2(stopped.exit == Failed && stopped.all().contains(QStringLiteral("could not be reached to renew it")),
             qPrintable(stopped.all()));
    // The lease lives 120 s from its last renewal, which is 10 s ago at most.
    QVERIFY2(clock.elapsed() > 100'000 && clock.elapsed() < 140'000, qPrintable(stopped.all()));
    QCOMPARE(serving(), shop110.text()); // as it stood
    QVERIFY(m_second->plugCable());
    const Said back = mina().say(resume({QStringLiteral("--roll-back")}));
    QVERIFY2(back.exit == Good, qPrintable(back.all()));
    QCOMPARE(serving(), shop100.text());
}

QTEST_GUILESS_MAIN(TestTwoMachines)
#include "tst_two_machines.moc"
