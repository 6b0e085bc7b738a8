// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/drift/node_look.h"

#include <QCoro/QCoroTask>
#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;
using namespace std::chrono_literals;

namespace {

/// Says what it is told to, or runs the script here.
class LocalNode : public Exec
{
public:
    Task<ExecResult> exec(NodeFacts, ExecRequest request, CallContext) override
    {
        ++calls;
        if (const std::optional<Result<ExecResult>> said = answer)
            co_return *said;
        QProcess shell;
        shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-s")});
        shell.write(request.script);
        shell.closeWriteChannel();
        shell.waitForFinished();
        ExecResult result;
        result.exitStatus = shell.exitCode();
        result.out = shell.readAllStandardOutput();
        result.err = shell.readAllStandardError();
        co_return result;
    }
    std::optional<Result<ExecResult>> answer;
    int calls = 0;
};

NodeFacts running()
{
    NodeFacts node;
    node.name = QStringLiteral("web-1");
    node.lifecycle = Lifecycle::Running;
    return node;
}

CallContext soon()
{
    return CallContext::cleanup(100s);
}

} // namespace

class TestNodeLook : public QObject
{
    Q_OBJECT

    std::shared_ptr<RowPool> m_pool = std::make_shared<RowPool>();

private Q_SLOTS:
    void saysWhyItCannotLook()
    {
        QCOMPARE(QCoro::waitFor(lookAtNode(nullptr, running(), m_pool, soon())).error().code, ErrorCode::Unsupported);
        LocalNode exec;
        NodeFacts stopped = running();
        stopped.lifecycle = Lifecycle::Stopped;
        const auto asleep = QCoro::waitFor(lookAtNode(&exec, stopped, m_pool, soon()));
        QCOMPARE(asleep.error().code, ErrorCode::NodeNotRunning);
        QCOMPARE(asleep.error().args, (QStringList{QStringLiteral("web-1"), QStringLiteral("stopped")}));
        QCOMPARE(exec.calls, 0);
        exec.answer = ExecResult{0, "This account is currently not available.\n", {}, false};
        const auto nologin = QCoro::waitFor(lookAtNode(&exec, running(), m_pool, soon()));
        QCOMPARE(nologin.error().code, ErrorCode::ProbeUnreadable);
    }

    void fetchesWhatIsStillWhatWasCompared()
    {
        const QTemporaryDir folder;
        const QByteArray kept = QFile::encodeName(folder.filePath(QStringLiteral("kept")));
        const QByteArray changed = QFile::encodeName(folder.filePath(QStringLiteral("changed")));
        for (const QByteArray& path : {kept, changed}) {
            QFile file(QFile::decodeName(path));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("눈\n") > 0);
        }
        const QByteArray hash = QCryptographicHash::hash("눈\n", QCryptographicHash::Sha256).toHex();
        LocalNode exec;
        const auto texts =
            QCoro::waitFor(fetchTexts(&exec, running(), {{kept, hash}, {changed, QByteArray(64, '0')}}, soon()));
        QVERIFY(texts.ok());
        QCOMPARE(*texts, (FetchedTexts{{kept, "눈\n"}}));
    }

    void aNodeThatIsGoneHasNoTexts()
    {
        LocalNode exec;
        exec.answer = Error{ErrorCode::SshUnreachable, {QStringLiteral("web-1"), {}}, {}};
        const auto texts = QCoro::waitFor(fetchTexts(&exec, running(), {{"/etc/motd", "aa"}}, soon()));
        QVERIFY(texts.ok() && texts->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestNodeLook)
#include "tst_node_look.moc"
