// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/buildhost/host_calls.h"
#include "backend/buildhost/host_channel.h"

#include <QCoro/QCoroTask>
#include <QProcess>
#include <QTemporaryFile>
#include <QTest>

#include <unistd.h>

using namespace snowmelt;

namespace {

std::optional<Error> failureOf(int status, const QByteArray& err)
{
    return callFailure({u"mina@forge"_qs, u"/root/.cache"_qs, "look", status, err});
}

} // namespace

class TestHostCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoBecomesRootAndHow()
    {
        QCOMPARE(hostCommand(HostRoot::Login), u"exec /bin/sh -s"_qs);
        QCOMPARE(hostCommand(HostRoot::Sudo), u"exec sudo -n -- /bin/sh -s"_qs);
        QCOMPARE(hostCommand(HostRoot::Namespace), u"exec unshare --user --map-root-user --map-auto -- /bin/sh -s"_qs);
    }

    // The call is one line, read whole before anything of it runs, and no argument is more than a word.
    void aCallIsTheLastLine()
    {
        const QByteArray script = hostScript({"say", {"it's", "$(id)", "a b"}}, "MARK");
        QVERIFY(script.startsWith("# SPDX"));
        const QByteArray last = script.trimmed().split('\n').last();
        QCOMPARE(last, QByteArray("{ printf '\\n%s\\n' MARK; printf '\\n%s\\n' MARK >&2; say 'it'\\''s' '$(id)' 'a "
                                  "b'; exit; }"));
    }

    // What follows the script on its input is the call's, not the shell's.
    void theShellLeavesTheRestAlone()
    {
        QProcess shell;
        shell.start(u"/bin/sh"_qs, {u"-s"_qs});
        shell.write(hostScript({"eval", {"cat; say its end"}}, "MARK"));
        while (!shell.readAllStandardOutput().contains("MARK"))
            QVERIFY(shell.waitForReadyRead(20'000));
        shell.write("echo not run\n");
        shell.closeWriteChannel();
        QVERIFY(shell.waitForFinished(20'000));
        QCOMPARE(shell.readAllStandardOutput(), QByteArray("echo not run\nits end\n"));
    }

    // dash, and so what mmdebstrap has it do, knows nine descriptors.
    void whatIsOpenHereStaysHere()
    {
        QTemporaryFile open;
        QVERIFY(open.open());
        const int inherited = ::dup(open.handle());
        QVERIFY(inherited > 2);
        ProcessChannel channel;
        const ExecRequest request{
            {}, u"fd=3; while [ $fd -lt 300 ]; do [ ! -e /proc/$$/fd/$fd ] || echo $fd; fd=$((fd + 1)); done"_qs};
        const auto ran = QCoro::waitFor(channel.run(request, {}, {}));
        ::close(inherited);
        QVERIFY(ran.ok());
        QCOMPARE(ran->out, QByteArray());
        QCOMPARE(ran->exitStatus, 0);
    }

    // A network that broke says nothing at all.
    void silenceCountsAsGone()
    {
        QProcess shell;
        shell.start(u"/bin/sh"_qs, {u"-s"_qs});
        shell.write(hostScript({"eval", {"listens=1; listen || :; say it is over"}}, "MARK"));
        while (!shell.readAllStandardOutput().contains("MARK"))
            QVERIFY(shell.waitForReadyRead(20'000));
        shell.write(".");
        QVERIFY(shell.waitForFinished(20'000)); // its input is open still
        QCOMPARE(shell.readAllStandardOutput(), QByteArray("it is over\n"));
    }

    void whatComesBeforeTheMarkIsNoise()
    {
        BehindMark mark("MARK");
        QCOMPARE(mark.take("Welcome! MARK\nMA"), QByteArray());
        QVERIFY(!mark.passed());
        QCOMPARE(mark.take(QByteArray(5000, 'x')), QByteArray());
        QCOMPARE(mark.take("\nMA"), QByteArray());
        QCOMPARE(mark.take("RK\nthis"), QByteArray("this"));
        QVERIFY(mark.passed());
        QCOMPARE(mark.take("\nMARK\n"), QByteArray("\nMARK\n"));
    }

    void aFailureSaysWhatIsMissing()
    {
        QVERIFY(!failureOf(0, "@missing a b"));
        QCOMPARE(*failureOf(90, "noise\n\n@missing setpriv util-linux\n"),
                 (Error{ErrorCode::HostToolMissing, {u"mina@forge"_qs, u"setpriv"_qs, u"util-linux"_qs}, {}}));
        QCOMPARE(*failureOf(90, "\n@cannot space 1234\n"),
                 (Error{ErrorCode::HostCannotBuild, {u"mina@forge"_qs, u"space"_qs, u"1234"_qs}, {}}));
        QCOMPARE(*failureOf(90, "\n@cannot overlay\n"),
                 (Error{ErrorCode::HostCannotBuild, {u"mina@forge"_qs, u"overlay"_qs}, {}}));
        QCOMPARE(failureOf(90, "\n@broken\n")->code, ErrorCode::SshBroken);
        QCOMPARE(*failureOf(1, "tar: x: Cannot write: No space left on device\n"),
                 (Error{ErrorCode::DiskFull,
                        {u"mina@forge:/root/.cache"_qs},
                        u"tar: x: Cannot write: No space left on device"_qs}));
        QCOMPARE(*failureOf(127, "sh: 3: no such thing\n"), (Error{ErrorCode::RemoteCommandFailed,
                                                                   {u"mina@forge"_qs, u"look"_qs, u"127"_qs},
                                                                   u"sh: 3: no such thing"_qs}));
    }

    void howTheScriptEnded()
    {
        QCOMPARE(scriptStatus("\n@ended 0\n"), std::optional(0));
        QCOMPARE(scriptStatus("@ended 7\nnoise\n@ended 143\n"), std::optional(143));
        QVERIFY(!scriptStatus("ended 7\n"));
        QVERIFY(!scriptStatus("@ended\n"));
        QVERIFY(!scriptStatus(""));
    }

    void packagesOfAnIndex()
    {
        const QByteArray index = "Package: a\nFilename: ./a_1_all.deb\nSize: 3\nSHA256: aa\n\n"
                                 "Package: b\nDescription: x\n Filename: ./no.deb\nFilename: ./b_2_amd64.deb\n"
                                 "Size: 4\nSHA256: bb\n\n";
        QCOMPARE(debsIn(index), (QList<IndexedDeb>{{"a_1_all.deb", "aa"}, {"b_2_amd64.deb", "bb"}}));
        QVERIFY(debsIn({}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestHostCalls)
#include "tst_host_calls.moc"
