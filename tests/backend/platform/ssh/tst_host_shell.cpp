// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/ssh/host_shell.h"

#include <QProcess>
#include <QTest>

using namespace snowmelt;

namespace {

const QByteArray mark = "0123456789abcdef";

/// What a shell makes of a script on its input.
ExecResult sh(const QByteArray& script)
{
    QProcess shell;
    shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-s")});
    shell.write(script);
    shell.closeWriteChannel();
    shell.waitForFinished();
    return {shell.exitCode(), shell.readAllStandardOutput(), shell.readAllStandardError(), false};
}

} // namespace

class TestHostShell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noiseBeforeTheScriptIsNotTheScripts()
    {
        const ExecRequest sent = shellRequest({"printf out; printf err >&2; exit 3\n", {}, 10}, HostRights::User, mark);
        QCOMPARE(sent.command, u"exec /bin/sh -s"_qs);
        QVERIFY(sent.outputLimit > 10);
        ExecResult result = sh(sent.script);
        result.out.prepend("Welcome\n");
        result.err.prepend("be nice\n");
        const auto said = scriptResult(result, mark);
        QVERIFY(said);
        QCOMPARE(said->out, QByteArray("out"));
        QCOMPARE(said->err, QByteArray("err"));
        QCOMPARE(said->exitStatus, 3);
    }

    void rootIsAskedOfSudo()
    {
        QCOMPARE(shellRequest({}, HostRights::Sudo, mark).command, u"exec sudo -n -- /bin/sh -s"_qs);
        QCOMPARE(shellRequest({}, HostRights::Root, mark).command, u"exec /bin/sh -s"_qs);
    }

    void withoutTheMarkNoScriptRan()
    {
        const ExecResult refused{1, "This account is currently not available.\n", {}, false};
        QVERIFY(!scriptResult(refused, mark));
        const Error error = notAShell(u"web1"_qs, HostRights::User, refused);
        QCOMPARE(error.code, ErrorCode::RemoteCommandFailed);
        QCOMPARE(error.args, (QStringList{u"web1"_qs, u"/bin/sh -s"_qs, u"1"_qs}));
        QCOMPARE(error.detail, u"This account is currently not available."_qs);
    }

    void rights_data()
    {
        QTest::addColumn<QByteArray>("out");
        QTest::addColumn<int>("rights");
        QTest::newRow("root") << QByteArray("\nN 0 no\n") << int(HostRights::Root);
        QTest::newRow("sudo") << QByteArray("hello\n\nN 1000 yes\n") << int(HostRights::Sudo);
        QTest::newRow("nobody special") << QByteArray("\nN 1000 no\n") << int(HostRights::User);
        QTest::newRow("cut off") << QByteArray("\nN 1000 n") << int(HostRights::Unknown);
        QTest::newRow("nothing") << QByteArray() << int(HostRights::Unknown);
        QTest::newRow("no number") << QByteArray("\nN root no\n") << int(HostRights::Unknown);
        QTest::newRow("another's") << QByteArray("\nM 0 no\n") << int(HostRights::Unknown);
    }
    void rights()
    {
        QFETCH(QByteArray, out);
        QFETCH(int, rights);
        QCOMPARE(int(rightsSaid(out, "N")), rights);
    }

    void theQuestionIsUnderstoodByAShell()
    {
        const HostRights own = rightsSaid(sh(rightsScript("abc")).out, "abc");
        QVERIFY(own != HostRights::Unknown);
    }
};

QTEST_APPLESS_MAIN(TestHostShell)
#include "tst_host_shell.moc"
