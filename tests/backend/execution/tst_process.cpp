// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/execution/process.h"

#include <QCoro/QCoroTask>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <unistd.h>

using namespace snowmelt;
using namespace std::chrono_literals;

namespace {

ProcessSpec shell(const QString& script)
{
    ProcessSpec spec;
    spec.program = QStringLiteral("/bin/sh");
    spec.arguments = {QStringLiteral("-c"), script};
    return spec;
}

bool processExists(qint64 pid)
{
    return ::kill(static_cast<pid_t>(pid), 0) == 0;
}

qint64 pidIn(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toLongLong() : 0;
}

} // namespace

class TestProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothStreamsAndStatus()
    {
        const auto result = QCoro::waitFor(runProcess(shell(QStringLiteral("echo out; echo err >&2; exit 7")), {}));
        QVERIFY(result.ok());
        QCOMPARE(result->out, QByteArray("out\n"));
        QCOMPARE(result->err, QByteArray("err\n"));
        QCOMPARE(result->exitStatus, 7);
    }

    void inputIsFedAndClosed()
    {
        ProcessSpec spec = shell(QStringLiteral("wc -c"));
        spec.input = QByteArray(3'000'000, 'x');
        const auto result = QCoro::waitFor(runProcess(spec, {}));
        QVERIFY(result.ok());
        QCOMPARE(result->out.trimmed(), QByteArray("3000000"));
    }

    void linesArriveWholeAndTheLastWithoutNewline()
    {
        QByteArrayList lines;
        ProcessSpec spec = shell(QStringLiteral("printf 'a\nb'; printf c"));
        spec.onLine = [&](const QByteArray& line, bool) { lines += line; };
        QVERIFY(QCoro::waitFor(runProcess(spec, {})).ok());
        QCOMPARE(lines, (QByteArrayList{"a", "bc"}));
    }

    void outputBeyondTheLimitIsDropped()
    {
        ProcessSpec spec = shell(QStringLiteral("head -c 1000000 /dev/zero"));
        spec.outputLimit = 1000;
        const auto result = QCoro::waitFor(runProcess(spec, {}));
        QVERIFY(result.ok());
        QCOMPARE(result->out.size(), 1000);
    }

    void missingProgram()
    {
        ProcessSpec spec;
        spec.program = QStringLiteral("no-such-program-anywhere");
        const auto result = QCoro::waitFor(runProcess(spec, {}));
        QVERIFY(result.failed());
        QCOMPARE(result.error().code, ErrorCode::ToolMissing);
        QCOMPARE(result.error().args.first(), spec.program);
    }

    void signalIsReportedLikeAShellWould()
    {
        const auto result = QCoro::waitFor(runProcess(shell(QStringLiteral("kill -TERM $$")), {}));
        QVERIFY(result.ok());
        QCOMPARE(result->exitStatus, 128 + SIGTERM);
    }

    void descriptorsStayAtHome()
    {
        QCOMPARE(::dup2(STDERR_FILENO, 57), 57); // inheritable
        const auto result = QCoro::waitFor(runProcess(shell(QStringLiteral("ls /proc/self/fd")), {}));
        ::close(57);
        QVERIFY(result.ok());
        QVERIFY(result->out.startsWith("0\n1\n2\n"));
        QVERIFY2(!result->out.contains("57"), result->out.constData());
    }

    void cancelEndsTheWholeGroup()
    {
        QTemporaryDir dir;
        const QString pidFile = dir.filePath(QStringLiteral("pid"));
        CancelSource source;
        QTimer poll;
        connect(&poll, &QTimer::timeout, this, [&] {
            if (pidIn(pidFile) > 0)
                source.cancel();
        });
        poll.start(10);
        ProcessSpec spec = shell(QStringLiteral("sleep 600 & echo $! > %1; wait").arg(pidFile));
        const auto result = QCoro::waitFor(runProcess(spec, {source.token()}));
        QVERIFY(result.cancelled());
        QTRY_VERIFY(!processExists(pidIn(pidFile)));
    }

    void cancelKillsWhatIgnoresTerm()
    {
        CancelSource source;
        ProcessSpec spec = shell(QStringLiteral("trap '' TERM; echo ready; while :; do sleep 1; done"));
        spec.onLine = [&](const QByteArray&, bool) { source.cancel(); };
        QVERIFY(QCoro::waitFor(runProcess(spec, {source.token()})).cancelled());
    }

    void deadlineIsAnErrorWithItsSeconds()
    {
        const auto result = QCoro::waitFor(runProcess(shell(QStringLiteral("sleep 600")), CallContext().within(1s)));
        QVERIFY(result.failed());
        QCOMPARE(result.error().code, ErrorCode::TimedOut);
        QCOMPARE(result.error().args, (QStringList{QStringLiteral("/bin/sh"), QStringLiteral("1")}));
    }

    void alreadyCancelledStartsNothing()
    {
        QTemporaryDir dir;
        CancelSource source;
        source.cancel();
        const QString mark = dir.filePath(QStringLiteral("mark"));
        QVERIFY(QCoro::waitFor(runProcess(shell(QStringLiteral("touch ") + mark), {source.token()})).cancelled());
        QVERIFY(!QFile::exists(mark));
    }

    void lastLinesOfAnOutput()
    {
        QCOMPARE(lastLines("a\nb\nc\n", 2), QStringLiteral("b\nc"));
        QCOMPARE(lastLines("only", 5), QStringLiteral("only"));
        QCOMPARE(lastLines("", 5), QString());
    }
};

QTEST_GUILESS_MAIN(TestProcess)
#include "tst_process.moc"
