// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/lease/lease_request.h"
#include "backend/lease/lease_scripts.h"
#include "tests/backend/lease/lease_samples.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using namespace snowmelt;
using namespace snowmelt::test;
using namespace std::chrono_literals;

namespace {

const QByteArray folder = "/var/lib/it's/lease";
const QByteArray evil = "'; touch /tmp/owned; echo $(id) `id` \n\"";

QByteArray frame()
{
    return "snowmelt-lease 1800000000123 yes\nask " + token('a').toLatin1() +
           " {\"command\":\"pause\"}\nanswer {\"refused\":null}\nbook here\nend\nbook \nend\n";
}

} // namespace

class TestLeaseScripts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyScriptIsShell_data()
    {
        QTest::addColumn<QString>("script");
        QTest::newRow("look") << lease::lookRequest(folder).command;
        QTest::newRow("exchange") << lease::exchangeRequest(folder, "none", evil, true).command;
        QTest::newRow("await") << lease::awaitRequest(folder, token('a'), 8s).command;
        QTest::newRow("answer") << lease::answerRequest(folder, token('a'), token('b'), evil).command;
        QTest::newRow("post") << lease::postRequest(folder, token('a'), {token('b'), evil}, 10s).command;
    }
    void everyScriptIsShell()
    {
        QFETCH(QString, script);
        QVERIFY(!script.contains(QStringLiteral("owned"))); // what is written travels beside the script
        QVERIFY(script.contains(QStringLiteral("folder='/var/lib/it'\\''s/lease'\n")));
        QProcess shell;
        shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-n"), QStringLiteral("-c"), script});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.exitCode(), 0);
    }

    void whatIsWrittenIsTheInput()
    {
        QCOMPARE(lease::exchangeRequest(folder, "none", evil, false).script, evil);
        QCOMPARE(lease::answerRequest(folder, token('a'), token('b'), evil).script, evil + '\n');
        QCOMPARE(lease::postRequest(folder, token('a'), {token('b'), evil}, 10s).script, evil + '\n');
    }

    void anAnswerIsRead()
    {
        const auto view = lease::parseView(frame());
        QVERIFY(view);
        QCOMPARE(view->now, 1800000000123);
        QVERIFY(view->written);
        QCOMPARE(view->asks, (QList<LeaseAsk>{{token('a'), "{\"command\":\"pause\"}"}}));
        QCOMPARE(view->reply, std::optional<QByteArray>("{\"refused\":null}"));
        QCOMPARE(view->book, std::optional<QByteArray>("end\nbook ")); // its bytes are no part of the frame
    }

    void noBookAndAnEmptyOneAreTwoThings()
    {
        QVERIFY(!lease::parseView("snowmelt-lease 5 no\nbook none\n\nend\n")->book);
        QCOMPARE(lease::parseView("snowmelt-lease 5 no\nbook here\n\nend\n")->book, std::optional<QByteArray>(""));
    }

    void aBrokenAnswerIsNone_data()
    {
        QTest::addColumn<QByteArray>("out");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("another greeting") << QByteArray("Welcome to Debian\nbook none\n\nend\n");
        QTest::newRow("no time") << QByteArray("snowmelt-lease x yes\nbook none\n\nend\n");
        QTest::newRow("before time") << QByteArray("snowmelt-lease -5 yes\nbook none\n\nend\n");
        QTest::newRow("no yes or no") << QByteArray("snowmelt-lease 5 maybe\nbook none\n\nend\n");
        QTest::newRow("an unknown part") << QByteArray("snowmelt-lease 5 no\nlease free\nbook none\n\nend\n");
        QTest::newRow("a question without an id") << QByteArray("snowmelt-lease 5 no\nask ../x {}\nbook none\n\nend\n");
        QTest::newRow("a book that is not there") << QByteArray("snowmelt-lease 5 no\nbook none\nabc\nend\n");
        QTest::newRow("a book that may be there") << QByteArray("snowmelt-lease 5 no\nbook 3\nabc\nend\n");
        QTest::newRow("no end of its own") << QByteArray("snowmelt-lease 5 no\nbook none\nend\n");
        QTest::newRow("something behind it") << frame() + "x";
    }
    void aBrokenAnswerIsNone()
    {
        QFETCH(QByteArray, out);
        QVERIFY(!lease::parseView(out));
    }

    void everyTruncationIsNone()
    {
        for (qsizetype length = 0; length < frame().size(); ++length)
            QVERIFY2(!lease::parseView(frame().left(length)), qPrintable(QString::number(length)));
    }

    void randomChangesNeverCrash()
    {
        QRandomGenerator random(20260103);
        for (int round = 0; round < 50'000; ++round) {
            QByteArray out = frame();
            for (int change = random.bounded(1, 6); change > 0; --change)
                out[random.bounded(int(out.size()))] = static_cast<char>(random.bounded(256));
            const auto view = lease::parseView(out);
            if (view && view->book)
                QVERIFY(view->book->size() <= out.size());
        }
    }

    void requestsAndReplies()
    {
        const LeaseRequest request{Command::ExtendDrain, QStringLiteral("jun@desk"), 300};
        QCOMPARE(*parseRequest(requestText(request)), request);
        QVERIFY(!requestText(request).contains('\n'));
        QCOMPARE(told(parseReply(replyText(std::nullopt))), QStringLiteral("done"));
        const Error refusal{ErrorCode::NotNow,
                            {QStringLiteral("pause"), QStringLiteral("web"), QStringLiteral("paused")},
                            QStringLiteral("so\nit is")};
        QCOMPARE(parseReply(replyText(refusal)).error(), refusal);
        QVERIFY(!replyText(refusal).contains('\n'));
    }

    void strangeRequestsAndReplies_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"", "{}", "[]", "null", R"({"command":"rm","person":"x"})", R"({"person":"x"})",
                                 R"({"command":"pause"})", R"({"command":"pause","person":"x","seconds":-1})",
                                 R"({"command":"pause","person":"x","seconds":99999999})", R"({"refused":{}})",
                                 R"({"refused":{"code":"nonsense"}})", R"({"refused":true})"})
            QTest::newRow(text) << QByteArray(text);
    }
    void strangeRequestsAndReplies()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(told(parseRequest(text)), QStringLiteral("unexpected request"));
        QCOMPARE(told(parseReply(text)), QStringLiteral("unexpected reply"));
    }
};

QTEST_GUILESS_MAIN(TestLeaseScripts)
#include "tst_lease_scripts.moc"
