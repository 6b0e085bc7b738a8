// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/build_queue.h"

#include <QCoro/QCoroTask>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;

namespace {

const QStringList shop{QStringLiteral("os@1"), QStringLiteral("shop@1")};
const QStringList database{QStringLiteral("db@1")};

} // namespace

class TestBuildQueue : public QObject
{
    Q_OBJECT

private:
    QString home() const { return m_folder->path(); }

    std::shared_ptr<BuildTurn> queue(const QStringList& images) { return BuildTurn::queue(home(), images).value(); }

    int placesTaken() const
    {
        return static_cast<int>(QDir(home() + u"/cache/queue"_qs).entryList(QDir::Files).size()) - 1; // the lock
    }

    /// A build of another process: holds its place until it is killed.
    void startElsewhere(QProcess& process, const QString& place)
    {
        process.start(u"flock"_qs, {u"--no-fork"_qs, place, u"sh"_qs, u"-c"_qs, u"echo held; exec cat"_qs});
        QVERIFY(process.waitForReadyRead());
    }

private Q_SLOTS:
    void init() { m_folder.emplace(); }
    void cleanup() { qunsetenv("SNOWMELT_BUILDS_AT_ONCE"); }

    void theFirstBegins()
    {
        const auto first = queue(shop);
        QCOMPARE(first->buildsBefore(1).value(), 0);
        QCOMPARE(placesTaken(), 1);
    }

    void theNextWaitsUntilThereIsRoom()
    {
        auto first = queue(shop);
        const auto second = queue(database);
        QCOMPARE(second->buildsBefore(1).value(), 1);
        QCOMPARE(second->buildsBefore(2).value(), 0);
        first.reset();
        QCOMPARE(second->buildsBefore(1).value(), 0);
        QCOMPARE(placesTaken(), 1);
    }

    void itsOrderIsThatOfAsking()
    {
        auto first = queue(shop);
        auto second = queue(database);
        const auto third = queue(database);
        QCOMPARE(third->buildsBefore(1).value(), 2);
        first.reset();
        QCOMPARE(second->buildsBefore(1).value(), 0);
        QCOMPARE(third->buildsBefore(1).value(), 1);
        second.reset();
        QCOMPARE(third->buildsBefore(1).value(), 0);
    }

    void twoOfOneImageNeverGoOnAtOnce()
    {
        const auto first = queue(shop);
        QCOMPARE(queue({u"shop@1"_qs})->buildsBefore(8).value(), 1);
        QCOMPARE(queue({u"shop@2"_qs})->buildsBefore(8).value(), 0);
    }

    void thePlaceOfTheDeadIsNobodys()
    {
        { // one that was written before a crash of everything
            const auto lost = queue(shop);
            QVERIFY(QFile::copy(home() + u"/cache/queue/1"_qs, home() + u"/cache/queue/7"_qs));
        }
        QProcess elsewhere;
        startElsewhere(elsewhere, home() + u"/cache/queue/7"_qs);
        const auto mine = queue(shop);
        QCOMPARE(mine->buildsBefore(8).value(), 1);
        elsewhere.kill();
        elsewhere.waitForFinished();
        QCOMPARE(mine->buildsBefore(8).value(), 0);
        QCOMPARE(placesTaken(), 1);
    }

    void waitingIsToldAndEnds()
    {
        qputenv("SNOWMELT_BUILDS_AT_ONCE", "1");
        auto first = queue(database);
        QList<Progress> told;
        const ImageBuilder::Emit listen = [&](const EventBody& body) {
            told.append(std::get<Progress>(body));
            first.reset();
        };
        const auto turn = QCoro::waitFor(awaitTurn(home(), shop, listen, {}));
        QVERIFY(turn.ok());
        QCOMPARE(told, (QList<Progress>{{Phase::AwaitingTurn, {u"1"_qs}, 0, 0}}));
    }

    void waitingCanBeCancelled()
    {
        const auto first = queue(shop);
        CancelSource person;
        CallContext context;
        context.cancel = person.token();
        const ImageBuilder::Emit cancel = [&](const EventBody&) { person.cancel(); };
        QVERIFY(QCoro::waitFor(awaitTurn(home(), shop, cancel, context)).cancelled());
        QTRY_COMPARE(placesTaken(), 1);
    }

    void howManyAtOnce_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<int>("many");
        const int usual = std::max(1, QThread::idealThreadCount() / 2);
        QTest::newRow("as said") << QByteArray("3") << 3;
        QTest::newRow("nothing") << QByteArray() << usual;
        QTest::newRow("none") << QByteArray("0") << usual;
        QTest::newRow("words") << QByteArray("all") << usual;
        QTest::newRow("too many") << QByteArray("65") << usual;
    }
    void howManyAtOnce()
    {
        QFETCH(QByteArray, said);
        qputenv("SNOWMELT_BUILDS_AT_ONCE", said);
        QTEST(buildsAtOnce(), "many");
    }

private:
    std::optional<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestBuildQueue)
#include "tst_build_queue.moc"
