// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/podman/podman_inside.h"
#include "backend/trial/image_trials.h"
#include "backend/trial/port_knock.h"
#include "backend/trial/serving_wish.h"
#include "backend/trial/trial_mark.h"

#include <QCoro/QCoroTask>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;
using namespace std::chrono_literals;

namespace {

Recipe serviceAt(QList<int> ports)
{
    Recipe recipe;
    recipe.services = {{QStringLiteral("s"), QStringLiteral("true")}};
    recipe.ports = std::move(ports);
    return recipe;
}

QByteArray frame(char stream, const QByteArray& content)
{
    QByteArray head(8, '\0');
    head[0] = stream;
    head[6] = static_cast<char>(content.size() / 256);
    head[7] = static_cast<char>(content.size() % 256);
    return head + content;
}

QString knockAt(int port)
{
    const auto said = QCoro::waitFor(knock({QStringLiteral("127.0.0.1"), port}, CallContext().within(10s)));
    return said ? *said : QStringLiteral("no answer");
}

} // namespace

class TestTrialValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatSaysNothingIsNotBooted()
    {
        QVERIFY(!wishOf({}).boots);
        QVERIFY(!wishOf({Recipe(), Recipe()}).boots);
    }

    void oneThingThatCouldRunIsEnough()
    {
        Recipe tested;
        tested.tests = {{QStringLiteral("t"), QStringLiteral("true")}};
        Recipe started;
        started.start = {QStringLiteral("true")};
        Recipe healthy;
        healthy.health = RecipeHealth{80, {}, 5};
        for (const Recipe& recipe : {tested, started, healthy, serviceAt({})})
            QVERIFY(wishOf({Recipe(), recipe}).boots);
        QVERIFY(wishOf({serviceAt({}), Recipe()}).boots);
        // A parent's tests were the parent's trial.
        QVERIFY(!wishOf({tested, Recipe()}).boots);
    }

    void withoutHealthAllPortsAreWaitedFor()
    {
        const ServingWish wish = wishOf({serviceAt({22}), Recipe(), serviceAt({8080, 22, 9090})});
        QCOMPARE(wish.ports, QList<int>({22, 8080, 9090}));
        QVERIFY(wish.path.isEmpty());
        QVERIFY(wish.keepsServices);
        QCOMPARE(wish.seconds, 60);
        QCOMPARE(wish.birthPort, 8080);
    }

    void theNearestHealthCounts()
    {
        Recipe low = serviceAt({22});
        low.health = RecipeHealth{22, {}, 7};
        Recipe high = serviceAt({8080});
        QCOMPARE(wishOf({low, high}).ports, QList<int>({22}));
        QCOMPARE(wishOf({low, high}).seconds, 7);
        high.health = RecipeHealth{8081, QStringLiteral("/ready"), 9};
        const ServingWish wish = wishOf({low, high, Recipe()});
        QCOMPARE(wish, (ServingWish{true, QStringLiteral("/ready"), {8081}, false, 9, 8081}));
    }

    // An ordinary user publishes no port below 1024.
    void privilegedPortsAreElsewhereOutside()
    {
        QCOMPARE(outsidePorts({8080, 1024, 22}), (QMap<int, int>{{22, 10'022}, {1024, 1024}, {8080, 8080}}));
        QCOMPARE(outsidePorts({22, 10'022, 11'046}),
                 (QMap<int, int>{{22, 12'070}, {10'022, 10'022}, {11'046, 11'046}}));
        QCOMPARE(outsidePorts({}), (QMap<int, int>()));
    }

    void servicesThatEndedAreRead()
    {
        QCOMPARE(endedServices("init: stopped\nsshd: 01-x ended with status 1\n"), QStringList());
        QCOMPARE(endedServices("hello\ninit: 01-web ended with status 3, starting it again\n"
                               "init: 02-log ended with status 139, starting it again\n"
                               "init: 01-web ended with status 3, starting it again\n"),
                 QStringList({QStringLiteral("01-web (3)"), QStringLiteral("02-log (139)")}));
    }

    void outputComesInFrames()
    {
        const QByteArray bytes = frame(1, "on") + frame(2, "e\ntw") + frame(1, "o\n") + frame(1, "rest");
        for (const qsizetype step : {1, 3, 1000}) {
            OutputFrames frames;
            QByteArrayList lines;
            for (qsizetype at = 0; at < bytes.size(); at += step)
                lines += frames.feed(bytes.mid(at, step));
            QCOMPARE(lines, QByteArrayList({"one", "two"}));
            QCOMPARE(frames.rest(), QByteArrayList({"rest"}));
        }
    }

    void aMarkComesBack()
    {
        const TrialMark mark{QStringLiteral("podman"),
                             {QStringLiteral("id"), QStringLiteral("trial.1")},
                             {Digest::ofBytes("a"), Digest::ofBytes("b")}};
        QCOMPARE(parseTrialMark(renderTrialMark(mark)).value_or(TrialMark{}), mark);
        QVERIFY(!parseTrialMark("{}"));
        QVERIFY(!parseTrialMark("half"));
    }

    void whatBootsNoImagesIsTriedOnPodman()
    {
        QStringList asked;
        ImageTrials trials(QStringLiteral("/nowhere"), [&asked](const QString& kind) -> Platform* {
            asked.append(kind);
            return nullptr;
        });
        Blueprint blueprint;
        blueprint.platform.kind = QStringLiteral("ssh");
        QVERIFY(trials.gateFor(blueprint));
        QCOMPARE(asked, QStringList({QStringLiteral("ssh"), QStringLiteral("podman")}));
    }

    void onlyWhoAcceptsAndStaysIsThere()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const int port = server.serverPort();
        QCOMPARE(knockAt(port), QString());
        // A forwarder in front of a closed port.
        connect(&server, &QTcpServer::newConnection, &server, [&server] {
            while (QTcpSocket* caller = server.nextPendingConnection())
                caller->abort();
        });
        QVERIFY(!knockAt(port).isEmpty());
        server.close();
        QVERIFY(!knockAt(port).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTrialValues)
#include "tst_trial_values.moc"
